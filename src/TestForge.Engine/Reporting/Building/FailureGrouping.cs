using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Groups failed cases by what most likely made them fail: the strongest evidence that several share, else each by itself.</summary>
internal sealed class FailureGrouping(TestPlan? plan, SiteMap? site, IReadOnlyDictionary<string, CaseResult> results)
{
    private readonly FailurePlace _place = new(plan, site);

    private readonly Dictionary<string, PlanElement> _elements =
        plan?.Elements.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];

    private readonly Dictionary<string, PlanPage> _pages =
        plan?.Pages.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];

    public IReadOnlyList<FailureGroup> Group(IReadOnlyList<ReportCase> cases, IReadOnlyList<ReportFeature> features)
    {
        var planned = plan?.Cases.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];
        var open = cases.Where(c => c.Verdict == Verdict.Failed).Select(c => Failed(c, planned.GetValueOrDefault(c.Id))).OfType<FailedCase>().ToList();
        var titles = features.ToDictionary(f => f.Id, f => f.Title, StringComparer.Ordinal);
        var words = new FailureWords(titles);
        var symptoms = new Symptoms(site, results.Values);
        List<FailureGroup> groups =
        [
            .. Take(open, 1, c => [.. symptoms.Requests(c).Select(r => r.Key)], (key, found) => words.Request(key, found, symptoms.Requests(found[0]).First(r => r.Key == key).Request)),
            .. Take(open, 1, c => [.. symptoms.Errors(c).Select(e => e.Key)], (key, found) => words.Console(key, found, symptoms.Errors(found[0]).First(e => e.Key == key).Entry)),
            .. Take(open, 1, c => c.Failure.Class == FailureClass.Environment ? [$"environment|{Symptoms.Shape(c.Failure.Message)}"] : [], words.Environment),
            .. Take(open, 1, c => c.Element.Length > 0 && c.Failure.Class is not (FailureClass.Assertion or FailureClass.Unknown or FailureClass.Data) ? [ElementKey(c)] : [], words.Element),
            .. Take(open, 2, c => c.Element.Length > 0 ? [ElementKey(c)] : [], words.Element),
            .. Take(open, 2, c => c.Failure.Actual is { Length: > 0 } ? [$"expectation|{c.Action}|{Symptoms.Shape(c.Failure.Expected ?? "")}|{Symptoms.Shape(c.Failure.Actual)}"] : [], words.Expectation),
            .. Take(open, 2, c => c.Page.Length > 0 ? [$"page|{c.Page}"] : [], words.Page),
            .. open.Select(words.Single),
        ];
        return [.. groups.OrderByDescending(g => g.Cases.Count).ThenBy(g => g.Cause)];
    }

    /// <summary>Takes the cases that share a key out of those still open, the key of most cases first.</summary>
    private static IEnumerable<FailureGroup> Take(
        List<FailedCase> open, int least, Func<FailedCase, IReadOnlyList<string>> keysOf, Func<string, IReadOnlyList<FailedCase>, FailureGroup> describe)
    {
        while (true)
        {
            var largest = open.SelectMany(c => keysOf(c).Distinct().Select((k, i) => (Key: k, Place: i, Case: c)))
                .GroupBy(x => x.Key, StringComparer.Ordinal)
                .OrderByDescending(g => g.Count()).ThenBy(g => g.Min(x => x.Place)).ThenBy(g => g.Key, StringComparer.Ordinal)
                .FirstOrDefault();
            if (largest is null || largest.Count() < least)
            {
                yield break;
            }

            FailedCase[] found = [.. largest.Select(x => x.Case)];
            open.RemoveAll(found.Contains);
            yield return describe(largest.Key, found);
        }
    }

    private static string ElementKey(FailedCase c) => $"element|{c.Page}|{c.Element}|{(c.Failure.Class == FailureClass.Assertion ? "value" : c.Failure.Class)}";

    private FailedCase? Failed(ReportCase test, TestCase? planned)
    {
        if (results.GetValueOrDefault(test.Id)?.Attempts.LastOrDefault(a => a.Failure is not null) is not { Failure: { } failure } attempt)
        {
            return null;
        }

        var element = failure.ElementId is null ? null : _elements.GetValueOrDefault(failure.ElementId);
        var page = _place.Of(planned, failure.StepIndex) is { } place ? _pages.GetValueOrDefault(SiteTransition.PageOf(place)) : null;
        return new(test, planned, attempt, failure, page?.Name ?? "", element?.Name ?? "");
    }
}
