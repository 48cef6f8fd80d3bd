using System.Text.Json;
using TestForge.Engine.Reporting.History;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

public sealed class HistoryTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-history-").FullName;

    private string FilePath => Path.Combine(_folder, "runs", "shop.jsonl");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_line_cut_off_by_a_crash_costs_that_line_alone()
    {
        var file = new HistoryFile(FilePath);
        await file.AppendAsync(Record("a", 1), TestContext.Current.CancellationToken);
        await File.AppendAllTextAsync(FilePath, "{\"version\":1,\"key\":\"torn", TestContext.Current.CancellationToken);
        await file.AppendAsync(Record("b", 2), TestContext.Current.CancellationToken);

        (await KeysAsync(file)).ShouldBe(["a", "b"]);
    }

    [Fact]
    public async Task A_line_of_a_newer_version_is_passed_over_and_kept()
    {
        var file = new HistoryFile(FilePath);
        await file.AppendAsync(Record("a", 1) with { Version = 2 }, TestContext.Current.CancellationToken);
        await file.AppendAsync(Record("b", 2), TestContext.Current.CancellationToken);

        (await KeysAsync(file)).ShouldBe(["b"]);
        (await File.ReadAllLinesAsync(FilePath, TestContext.Current.CancellationToken)).Length.ShouldBe(2);
    }

    [Fact]
    public async Task Runs_that_end_at_the_same_time_lose_nothing()
    {
        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Task.Run(() => new HistoryFile(FilePath).AppendAsync(Record($"r{i:00}", i), TestContext.Current.CancellationToken))));

        (await KeysAsync(new HistoryFile(FilePath))).ShouldBe(Enumerable.Range(0, 12).Select(i => $"r{i:00}"));
    }

    [Fact]
    public async Task Does_not_grow_without_end()
    {
        var file = new HistoryFile(FilePath, maxRuns: 3);
        for (var i = 0; i < 20; i++)
        {
            await file.AppendAsync(Record($"r{i:00}", i), TestContext.Current.CancellationToken);
        }

        var keys = await KeysAsync(file);
        keys.Count.ShouldBeInRange(3, 7);
        keys[^1].ShouldBe("r19");
    }

    [Fact]
    public async Task Says_what_is_new_what_stays_and_what_is_mended()
    {
        await ReportAsync(0, SmallRun.Make());
        var second = SmallRun.Make();
        second.Plan = second.Plan! with { Findings = [new("security-2", FindingCategory.Security, FindingSeverity.Minor, "No Referrer-Policy", "Send it.", ["p1"])] };
        var report = await ReportAsync(1, second);
        var mended = SmallRun.Make();
        mended.Results[0] = mended.Results[0] with { Cases = [.. mended.Results[0].Cases.Select(c => c with { Verdict = Verdict.Passed, Attempts = [.. c.Attempts.Select(a => a with { Passed = true, Failure = null })] })] };
        var last = await ReportAsync(2, mended);

        var failing = report.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "save");
        failing.GetProperty("past").GetProperty("failingSince").GetProperty("runs").GetInt32().ShouldBe(2);
        report.GetProperty("failureGroups")[0].GetProperty("since").GetProperty("runs").GetInt32().ShouldBe(2);
        report.GetProperty("history").GetProperty("newFindings").GetInt32().ShouldBe(1);
        report.GetProperty("history").GetProperty("newFailures").GetInt32().ShouldBe(0);
        report.GetProperty("history").GetProperty("goneFindings")[0].GetString().ShouldBe("No Content-Security-Policy");
        last.GetProperty("history").GetProperty("fixed")[0].GetProperty("id").GetString().ShouldBe("save");
        last.GetProperty("history").GetProperty("trend").GetArrayLength().ShouldBe(3);
    }

    [Fact]
    public async Task A_case_that_comes_and_goes_is_told_from_one_that_broke()
    {
        for (var i = 0; i < 4; i++)
        {
            await ReportAsync(i, SmallRun.Make());
        }

        var cases = (await ReportAsync(4, SmallRun.Make())).GetProperty("cases").EnumerateArray().ToDictionary(c => c.GetProperty("id").GetString()!, c => c);
        cases["save"].GetProperty("past").GetProperty("unstable").GetBoolean().ShouldBeFalse();
        cases["save"].GetProperty("past").GetProperty("flakiness").GetDouble().ShouldBe(0);
        cases["open"].GetProperty("past").GetProperty("unstable").GetBoolean().ShouldBeTrue();
        cases["open"].GetProperty("past").GetProperty("flakiness").GetDouble().ShouldBe(1);
    }

    [Fact]
    public async Task A_report_made_again_is_not_another_run()
    {
        await ReportAsync(0, SmallRun.Make());
        await ReportAsync(0, SmallRun.Make());

        (await KeysAsync(new HistoryFile(FilePath))).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_history_that_cannot_be_used_is_a_warning_and_not_the_end_of_the_report()
    {
        var run = SmallRun.Make();
        run.History = _folder;

        (await run.ReportAsync()).Files.Keys.ShouldContain("report.html");
        run.Warnings.ShouldContain("history.unusable");
    }

    private async Task<JsonElement> ReportAsync(int day, ReportRun run)
    {
        run.History = FilePath;
        run.StartedAt = ReportRun.Started.AddDays(day);
        run.Results[0] = run.Results[0] with
        {
            Cases = [.. run.Results[0].Cases.Select(c => c with { Attempts = [.. c.Attempts.Select(a => a with { StartedAt = a.StartedAt.AddDays(day) })] })],
        };
        return JsonDocument.Parse(await run.TextAsync("report.json")).RootElement;
    }

    private static async Task<List<string>> KeysAsync(HistoryFile file) =>
        [.. (await file.ReadAsync(TestContext.Current.CancellationToken)).Select(r => r.Key)];

    private static HistoryRecord Record(string key, int day) => new()
    {
        Key = key,
        RunId = Guid.Empty,
        StartedAt = ReportRun.Started.AddDays(day),
        Milliseconds = 1,
        Target = new("https://shop.example/"),
        Interrupted = false,
        Totals = new ReportTotals(1, 1, 0, 0, 0, 0, 1, 0),
    };
}
