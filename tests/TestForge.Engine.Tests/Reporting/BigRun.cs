using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>The largest run a report must bear.</summary>
internal static class BigRun
{
    public static ReportRun Make()
    {
        var pages = Enumerable.Range(0, 500).Select(i => new SitePage
        {
            Id = $"p{i}",
            Url = $"https://shop.example/category/{i / 20}/item/{i}",
            Title = $"Product number {i} of the catalogue",
            LoadMilliseconds = 300 + i,
        }).ToArray();
        var cases = Enumerable.Range(0, 2000).Select(i => new TestCase
        {
            Id = $"case-{i}",
            Title = $"Test number {i} of the catalogue shows what it should",
            FeatureId = $"f{i % 40}",
            Technique = "forms",
            Risk = i % 100,
            Why = "What is not shown is not bought, and nobody writes to say so.",
            PageIds = [$"p{i % 500}"],
            Steps =
            [
                .. Enumerable.Range(0, 6).Select(n => new TestStep(n == 0 ? StepKeyword.Given : n < 4 ? StepKeyword.When : StepKeyword.Then, $"I do or see thing {n} on product number {i}", new StepAction.Navigate($"/{i}"))),
            ],
        }).ToArray();
        var run = new ReportRun
        {
            Site = new() { Target = new("https://shop.example/"), Pages = pages, Transitions = [.. pages.Skip(1).Select(p => new SiteTransition("p0", p.Id, "p0.e1", "click"))], Skipped = [], Stats = new(500, 0, 0, 60_000) },
            Plan = new()
            {
                Target = new("https://shop.example/"),
                Features = [.. Enumerable.Range(0, 40).Select(i => new TestFeature($"f{i}", $"Feature {i}", "A part of the catalogue."))],
                Cases = cases,
                Pages = [],
                Elements = [],
            },
        };
        run.Results.Add(new()
        {
            Backend = "in-process",
            Cases =
            [
                .. cases.Select((c, i) => i % 20 == 0
                    ? new CaseResult(c.Id, Verdict.Failed, [Attempt(i, new(FailureClass.Assertion, 4, "The thing was not there.", "thing", "no thing"))])
                    : new(c.Id, Verdict.Passed, [Attempt(i, null)])),
            ],
        });
        return run;
    }

    private static Attempt Attempt(int index, Failure? failure) => new()
    {
        Number = 1,
        Passed = failure is null,
        StartedAt = ReportRun.Started.AddSeconds(index),
        Milliseconds = 700,
        Failure = failure,
        Steps = [.. Enumerable.Range(0, failure is null ? 6 : 5).Select(i => new StepResult(i, failure?.StepIndex != i, 100))],
    };
}
