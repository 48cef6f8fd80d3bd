using System.Diagnostics;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

public sealed class DesignStageTests : IAsyncLifetime
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

    private DesignRig _rig = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private IEnumerable<string> Warnings => _rig.Events.OfType<RunEvent.RunWarning>().Select(w => w.Code);

    public async ValueTask InitializeAsync() => _rig = await DesignRig.StartAsync(Token);

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task Plans_cases_that_always_pass_and_that_faults_make_fail()
    {
        var site = await _rig.MapAsync(Token);
        var started = Stopwatch.GetTimestamp();
        var plan = await _rig.DesignAsync(site, Token);
        TestContext.Current.TestOutputHelper?.WriteLine($"{plan.Cases.Count} cases in {Stopwatch.GetElapsedTime(started).TotalSeconds:0.0} s");
        string[] techniques = ["accessibility", "form-constraint", "form-required", "form-valid", "login-wrong", "path", "responsive", "search", "security", "smoke"];
        techniques.Except(plan.Cases.Select(c => c.Technique)).ShouldBeEmpty();
        Warnings.ShouldBeEmpty();
        for (var i = 0; i < 3; i++)
        {
            (await _rig.RunAsync(plan, Token)).ShouldBeEmpty();
        }

        foreach (var (fault, technique) in Noticed)
        {
            _rig.Shop.Faults = fault;
            var cases = plan with { Cases = [.. plan.Cases.Where(c => c.Technique == technique)] };
            (await _rig.RunAsync(cases, Token)).ShouldNotBeEmpty($"{fault} is not noticed by {technique}");
        }
    }

    [Fact]
    public async Task Says_aloud_that_the_controls_of_the_application_could_not_be_used()
    {
        var site = await _rig.MapAsync(Token);
        _rig.Shop.Faults = ShopFaults.Covered;

        await _rig.DesignAsync(site, Token, maxTests: 6);

        Warnings.ShouldContain("design.controls_unusable");
    }

    [Fact]
    public async Task Leaves_out_what_varies_and_says_why()
    {
        var plan = await _rig.DesignAsync(await _rig.MapAsync(Token), Token);
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
    public async Task Links_of_a_list_that_lead_nowhere_are_one_finding_and_what_only_scripts_ask_for_is_none()
    {
        var plan = await _rig.DesignAsync(await _rig.MapAsync(Token), Token, maxTests: 60);

        plan.Findings.Where(f => f.Category == FindingCategory.BrokenLink).ShouldHaveSingleItem().Title.ShouldBe("2 links to /gone answer with status 404");
        plan.Dropped.ShouldContain(d => d.Expectation.Contains("/like", StringComparison.Ordinal) && d.Reason.Contains("405", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Never_sends_what_destroys_and_tries_wrong_credentials_twice_at_most()
    {
        await _rig.DesignAsync(await _rig.MapAsync(Token), Token);
        _rig.Shop.Deletions.ShouldBe(0);
        _rig.Shop.LoginTries.ShouldBe(2);
    }

    [Fact]
    public async Task Stops_within_two_seconds_and_keeps_what_there_is()
    {
        var site = await _rig.MapAsync(Token);
        _rig.Shop.HangMilliseconds = 20_000;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var design = _rig.DesignAsync(site, stop.Token);
        await Task.Delay(1_500, Token);
        var stopped = Stopwatch.GetTimestamp();
        await stop.CancelAsync();
        var plan = await design;
        Stopwatch.GetElapsedTime(stopped).TotalSeconds.ShouldBeLessThan(2);
        plan.Interrupted.ShouldBeTrue();
        plan.Findings.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Keeps_to_the_budget_and_spreads_it()
    {
        var plan = await _rig.DesignAsync(await _rig.MapAsync(Token), Token, maxTests: 12);
        plan.Cases.Count.ShouldBe(12);
        plan.Cases.Select(c => c.Technique).Distinct().Count().ShouldBeGreaterThan(5);
        plan.Cases.Select(c => c.Risk).ShouldBeInOrder(SortDirection.Descending);
        _rig.Events.OfType<RunEvent.CaseDesigned>().ShouldNotBeEmpty();
    }
}
