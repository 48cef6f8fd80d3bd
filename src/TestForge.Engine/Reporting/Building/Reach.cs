using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>What the tests that ran touched: pages and their states, and elements acted on.</summary>
internal sealed class Reach
{
    private readonly Dictionary<string, List<string>> _cases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _acted = new(StringComparer.Ordinal);

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
            foreach (var element in steps.Where(s => !s.Action.IsCheck && s.Action.Element is not null).Select(s => s.Action.Element!).Distinct())
            {
                Add(_acted, element, test.Id);
            }

            foreach (var node in test.PageIds.Concat(elements.Where(pageOf.ContainsKey).Select(e => pageOf[e])).Concat(elements.Select(StateOf).OfType<string>()).Distinct())
            {
                Add(_cases, node, test.Id);
            }
        }
    }

    /// <summary>How many cases that ran touch a page.</summary>
    public int TestsOf(string pageId) => CasesOf(pageId).Count;

    /// <summary>Ids of the cases that ran and touch a page, or an element that only a state shows.</summary>
    public IReadOnlyList<string> CasesOf(string nodeId) => _cases.GetValueOrDefault(nodeId) ?? [];

    /// <summary>Ids of the cases that acted on an element.</summary>
    public IReadOnlyList<string> CasesActingOn(string elementId) => _acted.GetValueOrDefault(elementId) ?? [];

    /// <summary>Whether a user's action (not merely a check) was done to an element.</summary>
    public bool ActedOn(string? elementId) => elementId is not null && _acted.ContainsKey(elementId);

    private static void Add(Dictionary<string, List<string>> lists, string key, string test)
    {
        if (!lists.TryGetValue(key, out var list))
        {
            lists[key] = list = [];
        }

        list.Add(test);
    }

    /// <summary><c>p3.s2</c> of an element <c>p3.s2.e1</c>; null for the elements of a page as loaded.</summary>
    private static string? StateOf(string elementId) =>
        elementId.Split('.') is [var page, ['s', ..] state, _] ? $"{page}.{state}" : null;

    private static int StepsReached(TestCase test, CaseResult result) =>
        result.Attempts.Any(a => a.Passed)
            ? test.Steps.Count
            : result.Attempts.SelectMany(a => a.Steps.Select(s => s.Index).Append(a.Failure?.StepIndex ?? -1)).DefaultIfEmpty(-1).Max() + 1;
}
