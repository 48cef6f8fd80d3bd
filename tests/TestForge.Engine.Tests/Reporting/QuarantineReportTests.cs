using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>A case in quarantine has failed, whatever reads the report; only that it fails the run is taken back.</summary>
public sealed class QuarantineReportTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("testforge-quarantine-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task No_format_says_that_it_passed()
    {
        var run = Make();
        run.Exports.Add(ReportFormats.Allure);
        var files = (await run.ReportAsync()).Files;

        var results = JsonDocument.Parse(run.Store.Bytes(files["ctrf.json"])).RootElement.GetProperty("results");
        results.GetProperty("tests").EnumerateArray().Single(t => t.GetProperty("testId").GetString() == "save").GetProperty("status").GetString().ShouldBe("other");
        results.GetProperty("summary").GetProperty("other").GetInt32().ShouldBe(1);
        results.GetProperty("summary").GetProperty("failed").GetInt32().ShouldBe(0);

        var muted = files.Where(f => f.Key.EndsWith("-result.json", StringComparison.Ordinal)).Select(f => JsonDocument.Parse(run.Store.Bytes(f.Value)).RootElement)
            .Single(r => r.GetProperty("statusDetails").GetProperty("muted").GetBoolean());
        muted.GetProperty("status").GetString().ShouldBe("failed");
        muted.GetProperty("steps")[1].GetProperty("status").GetString().ShouldBe("failed");

        (await run.TextAsync("summary.md")).ShouldContain("Saving keeps the name: Ada until");
    }

    [Fact]
    public async Task It_is_not_mended_by_being_put_there()
    {
        await ReportAsync(0, SmallRun.Make());
        var report = await ReportAsync(1, Make());

        report.GetProperty("history").GetProperty("fixed").GetArrayLength().ShouldBe(0);
        var past = report.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "save").GetProperty("past");
        past.GetProperty("failingSince").GetProperty("runs").GetInt32().ShouldBe(2);
        past.GetProperty("flakiness").GetDouble().ShouldBe(0);
    }

    [Fact]
    public async Task Gates_count_it_neither_way()
    {
        var run = Make();
        run.Gates.AddRange(["pass-rate>=100", "failed==0"]);
        (await run.ReportAsync()).Summary.Gates!.ShouldAllBe(g => g.Met);
        run.Gates.Clear();
        run.Gates.Add("first-try-rate>=1");
        (await run.ReportAsync()).Summary.Gates!.Single().Value.ShouldBe(0, "the other test that ran was flaky");
    }

    private static ReportRun Make()
    {
        var run = SmallRun.Make();
        run.Results[0] = run.Results[0] with
        {
            Cases = [.. run.Results[0].Cases.Select(c => c.Verdict == Verdict.Failed ? c with { Verdict = Verdict.Quarantined, Quarantine = new("The clock is mended next week.", "Ada", new(2026, 4, 1)) } : c)],
        };
        return run;
    }

    private async Task<JsonElement> ReportAsync(int day, ReportRun run)
    {
        run.History = Path.Combine(_folder, "shop.jsonl");
        run.StartedAt = ReportRun.Started.AddDays(day);
        run.Results[0] = run.Results[0] with
        {
            Cases = [.. run.Results[0].Cases.Select(c => c with { Attempts = [.. c.Attempts.Select(a => a with { StartedAt = a.StartedAt.AddDays(day) })] })],
        };
        return JsonDocument.Parse(await run.TextAsync("report.json")).RootElement;
    }
}
