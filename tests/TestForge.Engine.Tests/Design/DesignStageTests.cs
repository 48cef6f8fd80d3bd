using System.Diagnostics;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

public sealed class DesignStageTests(DesignedShop designed) : IClassFixture<DesignedShop>, IDisposable
{
    private static readonly (ShopFaults Fault, string Technique)[] Noticed =
    [
        (ShopFaults.ChangedTitle, "smoke"),
        (ShopFaults.ChangedHeading, "smoke"),
        (ShopFaults.BrokenPage, "smoke"),
        (ShopFaults.AcceptsInvalid, "form-constraint"),
        (ShopFaults.RemovedLink, "path"),
        (ShopFaults.ConsoleException, "smoke"),
        (ShopFaults.RemovedHeader, "security"),
        (ShopFaults.SwappedMessage, "form-valid"),
        (ShopFaults.AcceptsWrongLogin, "login-wrong"),
        (ShopFaults.SearchFindsNothing, "list"),
        (ShopFaults.Overflows, "responsive"),
        (ShopFaults.UnlabelledField, "accessibility"),
    ];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private DesignRig Rig => designed.Rig;

    /// <summary>The next test finds the shop whole again.</summary>
    public void Dispose() => (Rig.Shop.Faults, Rig.Shop.HangMilliseconds) = (default, 0);

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Plans_cases_that_always_pass_and_that_faults_make_fail()
    {
        var plan = designed.Plan;
        string[] techniques = ["accessibility", "form-constraint", "form-required", "form-valid", "login-wrong", "path", "responsive", "search", "security", "smoke"];
        techniques.Except(plan.Cases.Select(c => c.Technique)).ShouldBeEmpty();
        designed.Warnings.ShouldBeEmpty();
        for (var i = 0; i < 3; i++)
        {
            (await Rig.RunAsync(plan, Token)).ShouldBeEmpty();
        }

        foreach (var (fault, technique) in Noticed)
        {
            Rig.Shop.Faults = fault;
            var cases = plan with { Cases = [.. plan.Cases.Where(c => c.Technique == technique)] };
            (await Rig.RunAsync(cases, Token)).ShouldNotBeEmpty($"{fault} is not noticed by {technique}");
        }
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Says_aloud_that_the_controls_of_the_application_could_not_be_used()
    {
        Rig.Shop.Faults = ShopFaults.Covered;

        await Rig.DesignAsync(designed.Site, Token, maxTests: 6);

        Rig.Warnings.ShouldContain("design.controls_unusable");
    }

    [Fact]
    public void Leaves_out_what_varies_and_says_why()
    {
        var plan = designed.Plan;
        var checks = plan.Cases.SelectMany(c => c.Steps).Where(s => s.Action.IsCheck).Select(s => s.Action.ToString()!).ToArray();
        foreach (var varying in new[] { "Ticket", "Received", "Token", "visitors", "Maybe here", "Buy today", "See our range", "Now ", "Visit ", "report-uri" })
        {
            checks.ShouldNotContain(c => c.Contains(varying, StringComparison.Ordinal), varying);
        }

        plan.Dropped.ShouldContain(d => d.Reason.Contains("when the site was explored", StringComparison.Ordinal));
        plan.Dropped.ShouldContain(d => d.Expectation.Contains("content-security-policy", StringComparison.Ordinal));
        plan.Dropped.ShouldContain(d => d.CaseTitle.Contains("accepts valid data", StringComparison.Ordinal) && d.Reason.Contains("not repeatable", StringComparison.Ordinal));
        plan.Dropped.ShouldAllBe(d => d.Reason.Length > 10);
    }

    [Fact]
    public void Links_of_a_list_that_lead_nowhere_are_one_finding_and_what_only_scripts_ask_for_is_none()
    {
        designed.Plan.Findings.Where(f => f.Category == FindingCategory.BrokenLink).ShouldHaveSingleItem().Title.ShouldBe("2 links to /gone answer with status 404");
        designed.Plan.Dropped.ShouldContain(d => d.Expectation.Contains("/like", StringComparison.Ordinal) && d.Reason.Contains("405", StringComparison.Ordinal));
    }

    [Fact]
    public void Never_sends_what_destroys_and_tries_wrong_credentials_twice_at_most()
    {
        designed.Deletions.ShouldBe(0);
        designed.LoginTries.ShouldBe(2);
    }

    [Fact]
    public async Task Stops_within_two_seconds_and_keeps_what_there_is()
    {
        Rig.Shop.HangMilliseconds = 20_000;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var design = Rig.DesignAsync(designed.Site, stop.Token);
        await Task.Delay(1_500, Token);
        var stopped = Stopwatch.GetTimestamp();
        await stop.CancelAsync();
        var plan = await design;
        Stopwatch.GetElapsedTime(stopped).TotalSeconds.ShouldBeLessThan(2);
        plan.Interrupted.ShouldBeTrue();
        plan.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Keeps_to_the_budget_and_spreads_it()
    {
        var plan = await Rig.DesignAsync(designed.Site, Token, maxTests: 12);
        plan.Cases.Count.ShouldBe(12);
        plan.Cases.Select(c => c.Technique).Distinct().Count().ShouldBeGreaterThan(5);
        plan.Cases.Select(c => c.Risk).ShouldBeInOrder(SortDirection.Descending);
        plan.Findings.Where(f => f.Category == FindingCategory.BrokenLink).ShouldHaveSingleItem().Title.ShouldBe("2 links to /gone answer with status 404");
        Rig.Events.OfType<RunEvent.CaseDesigned>().ShouldNotBeEmpty();
    }
}
