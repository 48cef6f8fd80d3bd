using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>One page, three cases: small enough to read its files whole.</summary>
internal static class SmallRun
{
    public static ReportRun Make()
    {
        var button = new PlanElement("p1.e1", "p1", "Save button", new() { Kind = LocatorKind.TestId, Value = "save" }, new() { Tag = "button", Name = "Save" });
        var run = new ReportRun
        {
            Site = new()
            {
                Target = new("https://shop.example/"),
                Pages = [new() { Id = "p1", Url = "https://shop.example/", Title = "Home", Status = 200, LoadMilliseconds = 250, ResponseMilliseconds = 40, Forms = [new() { Id = "p1.f1", Name = "Profile", SubmitElementId = "p1.e1" }] }],
                Transitions = [new("p1", "p1", "p1.e1", "submit")],
                Skipped = [],
                Stats = new(1, 0, 0, 900),
            },
            Plan = new()
            {
                Target = new("https://shop.example/"),
                Features = [new("profile", "Profile", "Who I am.")],
                Cases = [Case("save", "Saving keeps the name"), Case("open", "The page opens"), Case("late", "Saving twice keeps the name")],
                Pages = [new("p1", "Home", "/")],
                Elements = [button],
                Findings = [new("security-1", FindingCategory.Security, FindingSeverity.Moderate, "No Content-Security-Policy", "Send the header.", ["p1"], "content-security-policy")],
            },
        };
        run.Results.Add(new()
        {
            Backend = "in-process",
            Browser = "Chromium 156.0",
            Cases =
            [
                new("save", Verdict.Failed, [Attempt(1, new(FailureClass.Assertion, 1, "The name\u0000 is \u001b[31mnot kept\u001b[0m.", "Ada", "<b>Bob</b>"))]),
                new("open", Verdict.Flaky, [Attempt(1, new(FailureClass.Timing, 0, "Too slow.")), Attempt(2, null)]),
            ],
        });
        return run;
    }

    private static Attempt Attempt(int number, Failure? failure) => new()
    {
        Number = number,
        Passed = failure is null,
        StartedAt = ReportRun.Started.AddSeconds(number),
        Milliseconds = 1500,
        Failure = failure,
        Steps = failure is null ? [new(0, true, 500), new(1, true, 200)] : [.. Enumerable.Range(0, failure.StepIndex + 1).Select(i => new StepResult(i, i < failure.StepIndex, 500))],
        Evidence = failure is null ? [] : [new(ArtifactKinds.Trace, new string('a', 64), 2048)],
    };

    private static TestCase Case(string id, string title) => new()
    {
        Id = id,
        Title = title,
        FeatureId = "profile",
        Technique = "forms",
        Risk = 50,
        PageIds = ["p1"],
        Steps = [new(StepKeyword.Given, "I am on the page “Home”", new StepAction.Navigate("/")), new(StepKeyword.When, "I press “Save”", new StepAction.Click("p1.e1"))],
    };
}
