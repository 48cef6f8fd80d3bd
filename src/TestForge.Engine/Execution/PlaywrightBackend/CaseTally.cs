using TestForge.Engine.Triage;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>Gathers the attempts of each case and says the verdict when the runner has made its last.</summary>
internal sealed class CaseTally(IEnumerable<TestCase> cases)
{
    private readonly Dictionary<string, TestCase> _cases = cases.ToDictionary(c => c.Id);
    private readonly Dictionary<string, List<Attempt>> _attempts = [];
    private readonly Dictionary<string, CaseResult> _results = [];

    public TestCase? Find(string caseId) => _cases.GetValueOrDefault(caseId);

    /// <summary>Returns the case's result when this was its last attempt.</summary>
    public CaseResult? Add(string caseId, Attempt attempt, bool last)
    {
        if (!_attempts.TryGetValue(caseId, out var attempts))
        {
            _attempts[caseId] = attempts = [];
        }

        attempts.Add(attempt);
        return last ? _results[caseId] = new(caseId, VerdictOf(attempts), attempts) { Diagnosis = CaseTriage.Of(attempts, besides: null) } : null;
    }

    /// <summary>One result for each case; what has not come to an end was not run.</summary>
    public IReadOnlyList<CaseResult> Results() =>
        [.. _cases.Keys.Select(id => _results.GetValueOrDefault(id) ?? new(id, Verdict.NotRun, _attempts.GetValueOrDefault(id) ?? []))];

    private static Verdict VerdictOf(List<Attempt> attempts) => attempts[^1] switch
    {
        { Passed: false } => Verdict.Failed,
        _ when attempts.Count > 1 => Verdict.Flaky,
        { HealedElements.Count: > 0 } => Verdict.Healed,
        _ => Verdict.Passed,
    };
}
