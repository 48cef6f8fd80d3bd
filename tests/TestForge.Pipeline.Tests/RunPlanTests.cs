using TestForge.Pipeline;

namespace TestForge.Pipeline.Tests;

public sealed class RunPlanTests
{
    [Fact]
    public async Task Runs_the_stages_in_order_and_reports()
    {
        var host = new ScriptedHost { CaseIds = ["a", "b"] };

        var summary = await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Calls.ShouldBe(["discover", "design", "script", "execute a b", "report"]);
        summary.Interrupted.ShouldBeFalse();
    }

    [Fact]
    public async Task Reports_what_was_found_when_there_is_no_page_to_test()
    {
        var host = new ScriptedHost { Pages = 0 };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Calls.ShouldBe(["discover", "report"]);
    }

    [Fact]
    public async Task Goes_straight_to_the_report_when_discovery_was_stopped()
    {
        var host = new ScriptedHost { DiscoveryInterrupted = true };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Calls.ShouldBe(["discover", "report"]);
        host.Report!.Interrupted.ShouldBeTrue();
    }

    [Fact]
    public async Task Splits_cases_into_batches_of_twenty()
    {
        var host = new ScriptedHost { CaseIds = [.. Enumerable.Range(0, 45).Select(i => $"c{i}")] };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Executed.Select(e => e.CaseIds.Count).ShouldBe([20, 20, 5], ignoreOrder: true);
    }

    [Fact]
    public async Task Gives_the_external_runner_all_cases_at_once()
    {
        var host = new ScriptedHost { CaseIds = [.. Enumerable.Range(0, 45).Select(i => $"c{i}")] };

        await RunPlan.ExecuteAsync(ScriptedHost.Run with { Backend = ExecutionBackends.Playwright }, host);

        host.Executed.Select(e => e.CaseIds.Count).ShouldBe([45]);
    }

    [Fact]
    public async Task A_heal_counts_only_when_the_case_passes_with_it()
    {
        var host = new ScriptedHost { CaseIds = ["a", "b"], Broken = { ["a"] = "p1.e1" } };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Calls.ShouldBe(["discover", "design", "script", "execute a b", "heal p1.e1", "execute a", "script to Propose", "report"]);
        host.Report!.Heals.Single().Proved.ShouldBeTrue();
        host.Report!.Heals.Single().Patched.ShouldBeFalse();
    }

    [Fact]
    public async Task A_heal_that_does_not_make_the_case_pass_is_not_written_into_the_scripts()
    {
        var host = new ScriptedHost { CaseIds = ["a"], Broken = { ["a"] = "p1.e1" }, FailsAfterHeal = true };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Calls.ShouldBe(["discover", "design", "script", "execute a", "heal p1.e1", "execute a", "report"]);
        host.Report!.Heals.Single().Proved.ShouldBeFalse();
    }

    [Fact]
    public async Task Heals_an_element_once_for_all_the_cases_it_broke()
    {
        var host = new ScriptedHost { CaseIds = ["a", "b"], Broken = { ["a"] = "p1.e1", ["b"] = "p1.e1" } };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Calls.Count(c => c.StartsWith("heal", StringComparison.Ordinal)).ShouldBe(1);
        host.Report!.Heals.Single().CaseIds.ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task Abstaining_ends_the_healing()
    {
        var host = new ScriptedHost { CaseIds = ["a"], Broken = { ["a"] = "p1.e1" }, Decision = HealDecision.Ambiguous };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Executed.Count.ShouldBe(1);
        host.Report!.Heals.Single().Decision.ShouldBe(HealDecision.Ambiguous);
    }

    [Fact]
    public async Task Runs_a_plan_made_earlier_without_exploring()
    {
        var host = new ScriptedHost();
        var planned = new PlannedRun(null, ScriptedHost.Ref(ArtifactKinds.TestPlan), ["x"]);

        await RunPlan.ExecuteAsync(ScriptedHost.Run with { Planned = planned }, host);

        host.Calls.ShouldBe(["script", "execute x", "report"]);
    }

    [Fact]
    public async Task Runs_what_selection_leaves_in_its_order_and_tells_of_the_rest()
    {
        var host = new ScriptedHost { CaseIds = ["a", "b", "c"], SelectedIds = ["c", "a"] };

        var executed = await RunPlan.ExecuteCasesAsync(ScriptedHost.Run, new(null, ScriptedHost.Ref(ArtifactKinds.TestPlan), ["a", "b", "c"]), host);

        host.Calls.ShouldBe(["execute c a"]);
        executed.Outcomes.Single(o => o.CaseId == "b").Verdict.ShouldBe(Verdict.NotRun);
        executed.Results.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Runs_nothing_when_selection_leaves_nothing()
    {
        var host = new ScriptedHost { SelectedIds = [] };

        await RunPlan.ExecuteAsync(ScriptedHost.Run, host);

        host.Calls.ShouldBe(["discover", "design", "script", "report"]);
    }

    [Fact]
    public async Task Begins_no_further_batch_once_as_many_have_failed_as_may()
    {
        var host = new ScriptedHost { CaseIds = [.. Enumerable.Range(0, 45).Select(i => $"c{i}")], Failing = ["c3", "c25", "c26"] };

        await RunPlan.ExecuteAsync(ScriptedHost.Run with { MaxFailures = 2 }, host);

        // The last call has no failures left: it is there to tell of the cases that are not run.
        host.Executed.Select(e => (e.CaseIds.Count, e.FailuresLeft)).ShouldBe([(20, 2), (20, 1), (5, 0)]);
    }

    [Fact]
    public async Task Drift_that_is_healed_is_no_failure_to_stop_for()
    {
        var host = new ScriptedHost { CaseIds = [.. Enumerable.Range(0, 25).Select(i => $"c{i}")], Broken = { ["c0"] = "p1.e1" } };

        await RunPlan.ExecuteAsync(ScriptedHost.Run with { MaxFailures = 1 }, host);

        host.Executed.Select(e => e.CaseIds.Count).ShouldBe([20, 5, 1]);
        host.Report!.Heals.Single().Proved.ShouldBeTrue();
    }
}
