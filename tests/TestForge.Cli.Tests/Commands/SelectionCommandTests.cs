using System.Text.Json;
using TestForge.Cli.Results;
using TestForge.Pipeline;

namespace TestForge.Cli.Tests.Commands;

public sealed class SelectionCommandTests : IDisposable
{
    private readonly CliHarness _cli = new();

    public void Dispose() => _cli.Dispose();

    [Fact]
    public async Task Last_failed_needs_results_and_says_when_nothing_failed()
    {
        await DesignAsync();
        (await _cli.RunAsync("execute", "--out", "o", "--last-failed")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error select.no_results: ");

        (await _cli.RunAsync("execute", "--out", "o")).ShouldBe(0);
        (await _cli.RunAsync("execute", "--out", "o", "--last-failed")).ShouldBe(0);

        _cli.Output.ShouldContain("select.nothing_failed");
        _cli.Output.ShouldContain("1 test: 1 not run");
        _cli.Stages.Inputs.OfType<ExecuteInput>().ShouldBeEmpty();
    }

    [Fact]
    public async Task Last_failed_runs_what_failed()
    {
        await DesignAsync();
        _cli.Stages.Verdict = Verdict.Failed;
        (await _cli.RunAsync("execute", "--out", "o")).ShouldBe(1);

        (await _cli.RunAsync("execute", "--out", "o", "--last-failed", "--fail-fast")).ShouldBe(1);

        _cli.Stages.Inputs.OfType<ExecuteInput>().Single().FailuresLeft.ShouldBe(1);
    }

    [Fact]
    public void A_run_of_which_nothing_was_to_be_run_has_not_failed()
    {
        var nothing = new RunSummary(Guid.Empty, Pages: 2, 0, 0, 0, 0, NotRun: 3, 0, 0, Interrupted: false);

        Outcome.Of(nothing, interrupted: false).ExitCode.ShouldBe(0);
        Outcome.Of(nothing with { NotRun = 0 }, interrupted: false).ExitCode.ShouldBe(1);
        Outcome.Of(nothing with { NotRun = 0, Quarantined = 1 }, interrupted: false).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task The_seed_of_an_order_is_printed()
    {
        await DesignAsync();

        (await _cli.RunAsync("execute", "--out", "o", "--shuffle", "--seed", "42")).ShouldBe(0);
        _cli.Output.ShouldContain("--shuffle --seed 42");
        (await _cli.RunAsync("execute", "--out", "o", "--shuffle")).ShouldBe(0);
        _cli.Output.ShouldContain("--shuffle --seed ");
        (await _cli.RunAsync("run", "shop.example", "--shuffle", "--backend", "playwright")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error config.conflict: ");
    }

    [Theory]
    [InlineData("--shard", "0/2")]
    [InlineData("--shard", "3/2")]
    [InlineData("--shard", "half")]
    [InlineData("--grep", "(")]
    [InlineData("--max-failures", "0")]
    public async Task Refuses_what_is_no_choice(string option, string value)
    {
        await DesignAsync();

        (await _cli.RunAsync("execute", "--out", "o", option, value)).ShouldBe(2);
        _cli.Error.ShouldStartWith("error usage.invalid_value: ");
    }

    [Fact]
    public async Task Shards_are_merged_into_one_report_and_none_may_be_missing()
    {
        await DesignAsync("a");
        await DesignAsync("b");
        await _cli.RunAsync("execute", "--out", "a", "--shard", "1/2");
        await _cli.RunAsync("execute", "--out", "b", "--shard", "2/2");

        (await _cli.RunAsync("report", "--merge", "a", "--out", "m")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error merge.shard_missing: ");
        (await _cli.RunAsync("report", "--merge", "a", "b", "--out", "m")).ShouldBe(0);

        var results = JsonSerializer.Deserialize<RunResults>(await File.ReadAllTextAsync(_cli.In("m", "results.json"), TestContext.Current.CancellationToken), ArtifactJson.Compact)!;
        results.Cases.Select(c => (c.CaseId, c.Verdict)).ShouldBe([("c1", Verdict.Passed)]);
        File.Exists(_cli.In("m", "report.html")).ShouldBeTrue();
    }

    [Fact]
    public async Task Shards_of_another_number_or_plan_are_not_merged()
    {
        await DesignAsync("a");
        await DesignAsync("b");
        await _cli.RunAsync("execute", "--out", "a", "--shard", "1/2");
        await _cli.RunAsync("execute", "--out", "b", "--shard", "2/3");

        (await _cli.RunAsync("report", "--merge", "a", "b", "--out", "m")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error merge.shards_differ: ");
        var plan = _cli.In("b", "test-plan.json");
        await File.WriteAllTextAsync(plan, (await File.ReadAllTextAsync(plan, TestContext.Current.CancellationToken)).Replace("\"c1\"", "\"c2\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        (await _cli.RunAsync("report", "--merge", "a", "b", "--out", "m")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error merge.plans_differ: ");
        (await _cli.RunAsync("report", "--merge", "a", "a", "--out", "m")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error merge.same_folder: ");
    }

    [Fact]
    public async Task A_quarantine_beside_the_project_is_used_and_an_expired_one_stops_the_run()
    {
        await DesignAsync();
        _cli.Write("quarantine.json", """[{ "case": "c1", "reason": "known", "owner": "ann", "expires": "2999-01-31" }]""");

        await _cli.RunAsync("execute", "--out", "o");

        _cli.Stages.Inputs.OfType<ExecuteInput>().Single().Quarantine!.Single().Quarantine.Owner.ShouldBe("ann");
        _cli.Write("quarantine.json", """[{ "case": "c1", "reason": "known", "owner": "ann", "expires": "2020-01-31" }]""");
        (await _cli.RunAsync("execute", "--out", "o")).ShouldBe(2);
        _cli.Error.ShouldStartWith("error quarantine.expired: ");
    }

    private async Task DesignAsync(string folder = "o")
    {
        await _cli.RunAsync("discover", "shop.example", "--out", folder);
        (await _cli.RunAsync("design", "--out", folder)).ShouldBe(0);
    }
}
