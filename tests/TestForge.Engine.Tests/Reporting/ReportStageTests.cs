using System.Text;
using System.Text.Json;
using System.Xml.Linq;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

public sealed class ReportStageTests
{
    [Fact]
    public async Task Writes_the_approved_json() =>
        Approved.ShouldMatch(await SmallRun.Make().TextAsync("report.json"), Approved.Beside("small.approved.json"));

    [Fact]
    public async Task Writes_the_approved_junit() =>
        Approved.ShouldMatch(await SmallRun.Make().TextAsync("junit.xml"), Approved.Beside("small.approved.xml"));

    [Fact]
    public async Task Says_the_same_twice()
    {
        var run = SampleShop.Rich(new(), []);

        (await run.ReportAsync()).Files.ShouldBe((await run.ReportAsync()).Files);
    }

    [Fact]
    public async Task Never_counts_flaky_or_healed_as_passed()
    {
        var summary = (await SampleShop.Rich(new(), []).ReportAsync()).Summary;

        (summary.Passed, summary.Flaky, summary.Healed, summary.Failed, summary.NotRun).ShouldBe((10, 1, 1, 3, 1));
        summary.Findings.ShouldBe(9);
        summary.Pages.ShouldBe(12);
    }

    [Fact]
    public async Task A_later_result_adds_its_attempts_and_decides()
    {
        var report = await JsonAsync(SampleShop.Rich(new(), []));

        var healed = report.GetProperty("cases").EnumerateArray().Single(c => c.GetProperty("id").GetString() == "cart-quantity");
        healed.GetProperty("verdict").GetString().ShouldBe("healed");
        healed.GetProperty("attempts").EnumerateArray().Select(a => a.GetProperty("number").GetInt32()).ShouldBe([1, 2]);
    }

    [Fact]
    public async Task A_rerun_that_never_began_does_not_hide_a_failure()
    {
        var run = SmallRun.Make();
        run.Results.Add(new() { Backend = "in-process", Cases = [new("save", Verdict.NotRun, [])], Interrupted = true });

        (await run.ReportAsync()).Summary.Failed.ShouldBe(1);
    }

    [Fact]
    public async Task Reports_a_run_that_left_nothing()
    {
        var run = new ReportRun { Interrupted = true };
        var output = await run.ReportAsync();

        output.Files.Keys.ShouldBe(["ctrf.json", "junit.xml", "report.html", "report.json", "report.sarif", "summary.md"], ignoreOrder: true);
        output.Summary.HealthScore.ShouldBe(0);
        (await VerdictAsync(run)).ShouldBe("The run was stopped before any test of shop.example ran.");
    }

    [Fact]
    public async Task Says_why_no_page_could_be_opened()
    {
        var run = new ReportRun
        {
            Site = new()
            {
                Target = new("https://shop.example/"),
                Pages = [new() { Id = "p1", Url = "https://shop.example/", Outcome = PageOutcome.Unreachable, OutcomeDetail = "The name shop.example was not found." }],
                Transitions = [],
                Skipped = [],
                Stats = new(1, 0, 0, 10),
            },
        };

        (await VerdictAsync(run)).ShouldBe("Nothing could be tested: no page of shop.example could be opened: The name shop.example was not found.");
    }

    [Fact]
    public async Task Does_not_blame_the_application_for_its_surroundings()
    {
        var run = SmallRun.Make();
        run.Results.Clear();
        run.Results.Add(new()
        {
            Backend = "in-process",
            Cases = [new("save", Verdict.Failed, [new() { Number = 1, Passed = false, StartedAt = ReportRun.Started, Milliseconds = 1, Failure = new(FailureClass.Environment, 0, "Connection refused.") }])],
        });

        (await VerdictAsync(run)).ShouldBe("1 of 1 test could not be completed because the network, the server or the session of shop.example failed.");
    }

    [Fact]
    public async Task Praises_only_what_passed_at_once() =>
        (await VerdictAsync(SampleShop.Green(new(), []))).ShouldBe("shop.example works: all 16 tests passed at the first try.");

    [Fact]
    public async Task The_parts_of_the_score_add_up()
    {
        var health = (await JsonAsync(SampleShop.Rich(new(), []))).GetProperty("health");

        var sum = health.GetProperty("components").EnumerateArray().Sum(c => c.GetProperty("points").GetDouble());
        Math.Round(sum, 1).ShouldBe(health.GetProperty("score").GetDouble());
    }

    [Fact]
    public async Task Lists_what_no_test_touches()
    {
        var untested = (await JsonAsync(SampleShop.Rich(new(), []))).GetProperty("coverage").GetProperty("untested").EnumerateArray().ToArray();

        untested.Where(u => u.GetProperty("kind").GetString() == "page").Select(u => u.GetProperty("what").GetString())
            .ShouldBe(["Journal", "How to look after cast iron", "Returns"]);
    }

    [Fact]
    public async Task Junit_survives_hostile_text()
    {
        var xml = XDocument.Parse(await HostileRun.Make().TextAsync("junit.xml"));

        xml.Root!.Attribute("tests")!.Value.ShouldBe("12");
        xml.Descendants("testcase").Count().ShouldBe(12);
        xml.ToString().ShouldNotContain("\u202E");
    }

    [Fact]
    public async Task Refuses_an_artifact_from_the_future()
    {
        var run = SmallRun.Make();
        run.Plan = run.Plan! with { Version = 99 };

        (await Should.ThrowAsync<StageException>(run.ReportAsync)).Code.ShouldBe("report.artifact_from_future");
    }

    [Fact]
    public async Task Names_an_artifact_that_is_not_valid()
    {
        var run = SmallRun.Make();
        var broken = run.Store.Put(ArtifactKinds.TestPlan, Encoding.UTF8.GetBytes("{ not json"));

        var error = await Should.ThrowAsync<StageException>(() => run.StageAsync(
            new(Guid.Empty, run.Target, ReportRun.Started, null, broken, [], [], false)));
        error.Code.ShouldBe("report.artifact_unreadable");
        error.Message.ShouldContain(broken.Sha256);
    }

    private static async Task<JsonElement> JsonAsync(ReportRun run) => JsonDocument.Parse(await run.TextAsync("report.json")).RootElement;

    private static async Task<string?> VerdictAsync(ReportRun run) =>
        (await JsonAsync(run)).GetProperty("verdict").GetProperty("sentence").GetString();
}
