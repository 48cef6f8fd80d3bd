using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;
using static TestForge.Pipeline.StepAction;

namespace TestForge.Engine.Tests.Reporting.Building;

public sealed class FailureGroupingTests
{
    private readonly List<TestCase> _cases = [];
    private readonly List<CaseResult> _results = [];

    [Fact]
    public void Cases_that_met_the_same_failing_request_are_one_group()
    {
        var request = new FailedRequest("https://shop.example/api/stock/17", "GET", 503, "");
        Fail("a", new ExpectPageText("3 in stock"), Assertion("text"), requests: [request]);
        Fail("b", new ExpectRequestsSucceed([]), Assertion("requests"), requests: [request with { Url = "https://shop.example/api/stock/99" }]);
        Pass("c");

        var group = Groups().ShouldHaveSingleItem();
        group.Cause.ShouldBe(FailureCause.Request);
        group.Title.ShouldStartWith("GET /api/stock/");
        group.Cases.Select(c => c.Id).ShouldBe(["a", "b"]);
    }

    [Fact]
    public void A_request_that_passing_cases_met_too_explains_nothing()
    {
        var request = new FailedRequest("https://shop.example/ads", "GET", 404, "");
        Fail("a", new ExpectPageText("3 in stock"), Assertion("text"), requests: [request]);
        Pass("b", requests: [request]);

        Groups().ShouldHaveSingleItem().Cause.ShouldBe(FailureCause.Single);
    }

    [Fact]
    public void A_check_of_the_console_is_explained_by_its_error_whoever_else_met_it()
    {
        var error = new ConsoleEntry("exception", "TypeError: x is undefined", "https://shop.example/app.js:1");
        Fail("a", new ExpectConsoleClean([]), Assertion("console"), console: [error]);
        Fail("b", new ExpectConsoleClean([]), Assertion("console"), console: [error]);
        Pass("c", console: [error]);

        Groups().ShouldHaveSingleItem().Cause.ShouldBe(FailureCause.Console);
    }

    [Fact]
    public void Pages_below_one_path_that_answer_alike_are_one_group()
    {
        foreach (var page in new[] { "green", "black" })
        {
            Fail(page, new ExpectStatus(200), new(FailureClass.Environment, 0, "Another status.", "200", "500"),
                console: [new("error", "Failed to load resource: the server responded with a status of 500 ()", $"https://shop.example/p/{page}")]);
        }

        Groups().ShouldHaveSingleItem().Title.ShouldBe("GET /p/* answers 500");
    }

    [Fact]
    public void Failures_with_nothing_in_common_stay_apart()
    {
        Fail("a", new ExpectTitle("Cart"), Assertion("Other"));
        Fail("b", new ExpectPageText("Thanks"), Assertion("Sorry"));

        Groups().Select(g => g.Cause).ShouldBe([FailureCause.Single, FailureCause.Single]);
    }

    private IReadOnlyList<FailureGroup> Groups()
    {
        var plan = new TestPlan { Target = new("https://shop.example/"), Features = [new("f", "Feature", "")], Cases = _cases, Pages = [], Elements = [] };
        var results = _results.ToDictionary(r => r.CaseId);
        var cases = new CaseBuilder(plan, null, results, new Dictionary<string, TestForge.Engine.Browser.PageFacts>(), new Dictionary<(string Actual, string Baseline), ReportLook>()).Build();
        return new FailureGrouping(plan, null, results).Group(cases, [new("f", "Feature", "", new(0, 0, 0, 0, 0, 0, 0, 0))]);
    }

    private static Failure Assertion(string actual) => new(FailureClass.Assertion, 0, "Not as expected.", "something", actual);

    private void Fail(string id, StepAction check, Failure failure, IReadOnlyList<FailedRequest>? requests = null, IReadOnlyList<ConsoleEntry>? console = null) =>
        Add(id, check, Verdict.Failed, failure, requests, console);

    private void Pass(string id, IReadOnlyList<FailedRequest>? requests = null, IReadOnlyList<ConsoleEntry>? console = null) =>
        Add(id, new ExpectTitle("Home"), Verdict.Passed, null, requests, console);

    private void Add(string id, StepAction check, Verdict verdict, Failure? failure, IReadOnlyList<FailedRequest>? requests, IReadOnlyList<ConsoleEntry>? console)
    {
        _cases.Add(new() { Id = id, Title = id, FeatureId = "f", Technique = "smoke", Steps = [new(StepKeyword.Then, "it holds", check)] });
        _results.Add(new(id, verdict, [new() { Number = 1, Passed = failure is null, StartedAt = ReportRun.Started, Milliseconds = 1, Failure = failure, FailedRequests = requests ?? [], Console = console ?? [] }]));
    }
}
