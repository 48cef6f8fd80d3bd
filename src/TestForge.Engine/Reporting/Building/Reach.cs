using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>What the tests that ran touched: pages, and elements acted on.</summary>
internal sealed class Reach
{
    private readonly Dictionary<string, int> _tests = new(StringComparer.Ordinal);
    private readonly HashSet<string> _acted = new(StringComparer.Ordinal);

    public Reach(TestPlan? plan, IReadOnlyDictionary<string, CaseResult> results)
    {
        var pageOf = plan?.Elements.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First().PageId, StringComparer.Ordinal) ?? [];
        foreach (var test in plan?.Cases ?? [])
        {
            if (results.GetValueOrDefault(test.Id) is not { Verdict: not Verdict.NotRun } result)
            {
                continue;
            }

            var steps = test.Steps.Take(StepsReached(test, result)).ToArray();
            var elements = steps.Where(s => s.Action.Element is not null).Select(s => s.Action.Element!).ToArray();
            _acted.UnionWith(steps.Where(s => !s.Action.IsCheck && s.Action.Element is not null).Select(s => s.Action.Element!));
            foreach (var page in test.PageIds.Concat(elements.Where(pageOf.ContainsKey).Select(e => pageOf[e])).Distinct())
            {
                _tests[page] = _tests.GetValueOrDefault(page) + 1;
            }
        }
    }

    /// <summary>How many cases that ran touch a page.</summary>
    public int TestsOf(string pageId) => _tests.GetValueOrDefault(pageId);

    /// <summary>Whether a user's action (not merely a check) was done to an element.</summary>
    public bool ActedOn(string? elementId) => elementId is not null && _acted.Contains(elementId);

    private static int StepsReached(TestCase test, CaseResult result) =>
        result.Attempts.Any(a => a.Passed)
            ? test.Steps.Count
            : result.Attempts.SelectMany(a => a.Steps.Select(s => s.Index).Append(a.Failure?.StepIndex ?? -1)).DefaultIfEmpty(-1).Max() + 1;
}
