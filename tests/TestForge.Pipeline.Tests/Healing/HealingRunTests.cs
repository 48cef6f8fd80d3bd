using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests.Healing;

/// <summary>What each policy lets a run do about drift.</summary>
public sealed class HealingRunTests
{
    [Fact]
    public async Task Heals_nothing_when_told_not_to()
    {
        var host = Broken();

        await RunAsync(host, new() { Policy = HealingPolicy.Off });

        host.Report!.Heals.ShouldBeEmpty();
        host.Calls.ShouldNotContain(c => c.StartsWith("heal", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_suggestion_is_tried_and_told_and_no_verdict_rests_on_it()
    {
        var host = Broken();

        var executed = await ExecuteAsync(host, new() { Policy = HealingPolicy.Suggest });

        host.Executed[^1].Trial.ShouldBeTrue();
        executed.Outcomes.Single(o => o.CaseId == "a").Verdict.ShouldBe(Verdict.Failed);
        executed.Results.Count.ShouldBe(1);
        executed.Heals.Single().Proved.ShouldBeTrue();
        host.Calls[^1].ShouldBe("script to Propose");
    }

    [Theory]
    [InlineData(HealingPolicy.Suggest)]
    [InlineData(HealingPolicy.HealAndReport)]
    public async Task A_case_with_two_broken_locators_takes_two_rounds(HealingPolicy policy)
    {
        var host = new ScriptedHost { CaseIds = ["a"], Broken = { ["a"] = "p1.e1 p1.e2" } };

        var executed = await ExecuteAsync(host, new() { Policy = policy });

        host.Calls.ShouldBe(["execute a", "heal p1.e1", "execute a", "heal p1.e2", "execute a", "script to Propose"]);
        executed.Heals.ShouldAllBe(h => h.Proved);
    }

    [Fact]
    public async Task Patching_writes_a_proved_locator_into_the_scripts()
    {
        var host = Broken();

        await RunAsync(host, new() { Policy = HealingPolicy.HealAndPatch });

        host.Calls.ShouldContain("script with p1.e1");
        host.Calls.ShouldNotContain("script to Propose");
        host.Report!.Heals.Single().Patched.ShouldBeTrue();
    }

    [Fact]
    public async Task A_locator_is_only_proposed_when_one_of_the_cases_that_use_it_is_not_to_be_patched()
    {
        var host = new ScriptedHost { CaseIds = ["a", "b"], Broken = { ["a"] = "p1.e1" }, OtherUses = ["b"] };

        await RunAsync(host, new() { Policy = HealingPolicy.HealAndPatch, Cases = new Dictionary<string, HealingPolicy> { ["b"] = HealingPolicy.Suggest } });

        host.Calls.ShouldNotContain("script with p1.e1");
        host.Calls.ShouldContain("script to Propose");
        host.Report!.Heals.Single().Uses.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task More_heals_than_may_be_fail_the_run_and_none_is_tried_or_written()
    {
        var host = new ScriptedHost { CaseIds = ["a", "b"], Broken = { ["a"] = "p1.e1", ["b"] = "p1.e2" } };

        var executed = await ExecuteAsync(host, new() { Policy = HealingPolicy.HealAndPatch, MaxHeals = 1 });

        executed.Excess.ShouldBe(new(2, 1));
        host.Executed.Count.ShouldBe(1);
        host.Calls.ShouldNotContain(c => c.StartsWith("script", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_healed_while_cases_ran_is_not_looked_for_again()
    {
        var heal = new HealRecord { ElementId = "p1.e1", Decision = HealDecision.Healed, Old = Locator("old"), New = Locator("new"), Proved = true, CaseIds = ["a"], Uses = ["a"] };
        var host = new ScriptedHost { CaseIds = ["a"], HealedInRun = [heal], Broken = { ["a"] = "p1.e1" } };

        var executed = await ExecuteAsync(host, new());

        host.Calls.ShouldBe(["execute a", "script to Propose"]);
        executed.Heals.Single().Proved.ShouldBeTrue();
    }

    private static ScriptedHost Broken() => new() { CaseIds = ["a", "b"], Broken = { ["a"] = "p1.e1" } };

    private static LocatorSpec Locator(string testId) => new() { Kind = LocatorKind.TestId, Value = testId };

    private static Task<RunSummary> RunAsync(ScriptedHost host, HealingRules rules) => RunPlan.ExecuteAsync(ScriptedHost.Run with { Healing = rules }, host);

    private static Task<ExecutedCases> ExecuteAsync(ScriptedHost host, HealingRules rules) =>
        RunPlan.ExecuteCasesAsync(ScriptedHost.Run with { Healing = rules }, new(null, ScriptedHost.Ref(ArtifactKinds.TestPlan), host.CaseIds), host);
}
