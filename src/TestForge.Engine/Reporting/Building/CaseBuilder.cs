using TestForge.Engine.Browser;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Joins the plan's cases with what became of them.</summary>
internal sealed class CaseBuilder(
    TestPlan? plan,
    SiteMap? site,
    IReadOnlyDictionary<string, CaseResult> results,
    IReadOnlyDictionary<string, PageFacts> facts,
    IReadOnlyDictionary<(string Actual, string Baseline), ReportLook> looks)
{
    /// <summary>The feature of results whose plan is not there.</summary>
    public static readonly TestFeature NoPlan = new("unplanned", "Tests without a plan", "Results whose test plan was not kept.");

    private readonly FailurePlace _place = new(plan, site);

    private readonly Dictionary<string, string> _elements =
        plan?.Elements.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First().Name, StringComparer.Ordinal) ?? [];

    public IReadOnlyList<ReportCase> Build()
    {
        var planned = plan?.Cases ?? [];
        var known = planned.Select(c => c.Id).ToHashSet(StringComparer.Ordinal);
        var strays = results.Values.Where(r => !known.Contains(r.CaseId)).Select(r => new TestCase
        {
            Id = r.CaseId,
            Title = r.CaseId,
            FeatureId = NoPlan.Id,
            Technique = "",
            Steps = [],
        });
        return [.. planned.Concat(strays).Select(c => Join(c, results.GetValueOrDefault(c.Id)))];
    }

    private ReportCase Join(TestCase test, CaseResult? result)
    {
        var attempts = result?.Attempts ?? [];
        var verdict = result?.Verdict ?? Verdict.NotRun;
        var last = attempts.Count == 0 ? null : attempts[^1];
        var decisive = verdict is Verdict.Failed or Verdict.Quarantined ? last : attempts.LastOrDefault(a => a.Passed) ?? last;
        var trouble = attempts.LastOrDefault(a => a.Failure is not null);
        var at = trouble is null ? null : _place.Of(test, trouble.Failure!.StepIndex);
        return new()
        {
            Id = test.Id,
            Title = test.Title,
            FeatureId = test.FeatureId,
            Technique = test.Technique,
            Risk = test.Risk,
            Why = test.Why,
            Verdict = verdict,
            NotRunBecause = result?.NotRunBecause,
            Quarantine = result?.Quarantine,
            Diagnosis = result?.Diagnosis ?? (trouble?.Failure is { } failure ? new(failure.Class, failure.Evidence ?? []) : null),
            Milliseconds = attempts.Sum(a => a.Milliseconds),
            PageIds = test.PageIds,
            Tags = test.Tags,
            Steps = [.. test.Steps.Select((step, index) => StepOf(step, index, decisive))],
            Attempts = [.. attempts.Select((attempt, index) => AttemptOf(attempt, index + 1, test))],
            FailedAt = at,
            Difference = trouble?.Failure?.PageFacts is { } kept
                ? PageDifferences.Between(site?.Pages.FirstOrDefault(p => p.Id == at), facts.GetValueOrDefault(kept.Sha256))
                : null,
            Failure = trouble is null ? null : FailureOf(trouble.Failure!, test),
        };
    }

    private static ReportStep StepOf(TestStep step, int index, Attempt? attempt)
    {
        var done = attempt?.Steps.FirstOrDefault(s => s.Index == index);
        var outcome = (done, attempt) switch
        {
            ({ Passed: true }, _) => StepOutcome.Passed,
            ({ Passed: false }, _) => StepOutcome.Failed,
            (null, { Failure: { } failure }) when failure.StepIndex == index => StepOutcome.Failed,
            // A runner may report the case alone; a pass then covers every line.
            (null, { Passed: true }) => StepOutcome.Passed,
            _ => StepOutcome.NotReached,
        };
        return new(step.Keyword, step.Text, outcome, done?.Milliseconds);
    }

    private ReportAttempt AttemptOf(Attempt attempt, int number, TestCase test) => new()
    {
        Number = number,
        Passed = attempt.Passed,
        StartedAt = attempt.StartedAt,
        Milliseconds = attempt.Milliseconds,
        Failure = attempt.Failure is null ? null : FailureOf(attempt.Failure, test),
        Evidence = [.. attempt.Evidence.DistinctBy(e => e.Sha256).Select(ReportEvidence.Of)],
        Look = LookReader.Compared(attempt) is { } compared ? looks.GetValueOrDefault((compared.Actual.Sha256, compared.Baseline.Sha256)) : null,
        Console = attempt.Console,
        FailedRequests = attempt.FailedRequests,
        HealedElements = [.. attempt.HealedElements.Select(NameOf)],
    };

    private ReportFailure FailureOf(Failure failure, TestCase test)
    {
        var step = failure.StepIndex >= 0 && failure.StepIndex < test.Steps.Count ? test.Steps[failure.StepIndex] : null;
        return new(
            failure.Class,
            failure.Message,
            step is null ? null : $"{step.Keyword} {step.Text}",
            failure.StepIndex,
            failure.Expected,
            failure.Actual,
            failure.ElementId is null ? null : NameOf(failure.ElementId),
            failure.Evidence ?? []);
    }

    private string NameOf(string elementId) => _elements.GetValueOrDefault(elementId, elementId);
}
