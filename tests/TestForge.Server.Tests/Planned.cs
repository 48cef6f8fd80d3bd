using TestForge.Pipeline;
using TestForge.Platform.Runs;

namespace TestForge.Server.Tests;

/// <summary>Outcomes of scripted runs, with a plan of cases and what became of them.</summary>
internal static class Planned
{
    /// <summary>Runs whose n-th outcome has the n-th list of cases; the last one stays.</summary>
    public static ScriptedExecutor Executor(params (string Id, Verdict Verdict)[][] runs)
    {
        var next = -1;
        return new((order, _, _, _) => Task.FromResult(Of(order, runs[Math.Min(Interlocked.Increment(ref next), runs.Length - 1)])));
    }

    public static RunOutcome Of(RunOrder order, params (string Id, Verdict Verdict)[] cases) => Of(order, [], cases);

    public static RunOutcome Of(RunOrder order, IReadOnlyList<HealRecord> heals, params (string Id, Verdict Verdict)[] cases)
    {
        var plan = new TestPlan
        {
            Target = order.Input.Target,
            Features = [new("home", "Home", "What the home page does.")],
            Cases = [.. cases.Select(c => new TestCase { Id = c.Id, Title = $"Title of {c.Id}", FeatureId = "home", Technique = "smoke", Risk = 10, Tags = ["plan"], Steps = [] })],
            Pages = [new("p1", "Home", "/")],
            Elements = [],
        };
        var results = new RunResults { Backend = "in-process", Cases = [.. cases.Select(c => ResultOf(c.Id, c.Verdict))], Heals = heals };
        return new(SummaryOf(order, cases), plan, results, new Dictionary<string, ArtifactRef>()) { Site = SiteOf(order), StoredBytes = 1_000 };
    }

    /// <summary>A heal of the button Buy, from one name to another.</summary>
    public static HealRecord Heal(string name = "Buy now") => new()
    {
        ElementId = "e1",
        ElementName = "Buy button",
        Page = "/cart",
        Decision = HealDecision.Healed,
        Old = new() { Kind = LocatorKind.Role, Value = "button", Name = "Buy" },
        New = new() { Kind = LocatorKind.Role, Value = "button", Name = name },
        Proved = true,
        Score = 0.9,
        Margin = 0.4,
        Reason = "Its name differs by a word.",
        Candidates = [new(new() { Tag = "button", Name = name }, 0.9, new Dictionary<string, double> { ["name"] = 0.9 })],
        Before = new() { Tag = "button", Role = "button", Name = "Buy" },
        After = new() { Tag = "button", Role = "button", Name = name },
        Uses = ["buy"],
    };

    private static SiteMap SiteOf(RunOrder order) => new()
    {
        Target = order.Input.Target,
        Pages =
        [
            new() { Id = "p1", Url = order.Input.Target.AbsoluteUri, Title = "Home\0", Status = 200, LoadMilliseconds = 10 },
            new() { Id = "p2", Url = new Uri(order.Input.Target, "cart").AbsoluteUri, Title = "Cart", Depth = 1, Status = 404, Outcome = PageOutcome.HttpError, LoadMilliseconds = 20 },
        ],
        Transitions = [],
        Skipped = [],
        Stats = new(2, 0, 0, 100),
    };

    private static RunSummary SummaryOf(RunOrder order, (string Id, Verdict Verdict)[] cases) => new(
        order.Input.RunId,
        Pages: 2,
        Passed: cases.Count(c => c.Verdict == Verdict.Passed),
        Failed: cases.Count(c => c.Verdict == Verdict.Failed),
        Flaky: cases.Count(c => c.Verdict == Verdict.Flaky),
        Healed: cases.Count(c => c.Verdict == Verdict.Healed),
        NotRun: cases.Count(c => c.Verdict == Verdict.NotRun),
        Findings: 0,
        HealthScore: 90,
        Interrupted: false,
        Quarantined: cases.Count(c => c.Verdict == Verdict.Quarantined),
        Spending: new("model", 1, 0, 0.25m, 0, 1_200));

    private static CaseResult ResultOf(string id, Verdict verdict) => new(id, verdict, verdict switch
    {
        Verdict.NotRun => [],
        Verdict.Flaky => [AttemptOf(1, passed: false), AttemptOf(2, passed: true)],
        _ => [AttemptOf(1, verdict is Verdict.Passed or Verdict.Healed)],
    });

    private static Attempt AttemptOf(int number, bool passed) => new()
    {
        Number = number,
        Passed = passed,
        StartedAt = TimeProvider.System.GetUtcNow(),
        Milliseconds = 100,
        Failure = passed ? null : new(FailureClass.Assertion, 0, "The text is another."),
        Evidence = passed ? [] : [new(ArtifactKinds.Screenshot, new('e', 64), 10)],
    };
}
