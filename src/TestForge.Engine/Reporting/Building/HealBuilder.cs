using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Tells the story of each heal: old and new locator, before and after.</summary>
internal sealed class HealBuilder(TestPlan? plan)
{
    /// <summary>Enough to see why the best one won; the rest is noise.</summary>
    private const int MaxCandidates = 5;

    private readonly Dictionary<string, PlanElement> _elements =
        plan?.Elements.GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal) ?? [];

    private readonly Dictionary<string, string> _titles =
        plan?.Cases.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First().Title, StringComparer.Ordinal) ?? [];

    /// <summary>The last word on each element counts; the input's heals know more than those kept with results.</summary>
    public IReadOnlyList<ReportHeal> Build(IEnumerable<HealRecord> kept, IReadOnlyList<HealRecord> final) =>
    [
        .. kept.Concat(final)
            .GroupBy(h => h.ElementId, StringComparer.Ordinal)
            .Select(g => Describe(g.Last()))
            .OrderBy(h => h.Decision).ThenByDescending(h => h.Proved),
    ];

    private ReportHeal Describe(HealRecord heal)
    {
        var element = _elements.GetValueOrDefault(heal.ElementId);
        return new()
        {
            Id = heal.New is null ? null : RememberedHeal.IdOf(heal.Page, heal.Old, heal.New),
            ElementId = heal.ElementId,
            Element = element?.Name ?? heal.ElementId,
            PageId = element?.PageId,
            Decision = heal.Decision,
            Old = heal.Old.ToString(),
            New = heal.New?.ToString(),
            Proved = heal.Proved,
            Policy = heal.Policy,
            Patched = heal.Patched,
            Remembered = heal.Remembered,
            PickedBy = heal.PickedBy,
            Score = Math.Round(heal.Score, 3),
            Margin = Math.Round(heal.Margin, 3),
            Reason = heal.Reason,
            Sight = heal.Sight,
            LookBefore = heal.LookBefore is null ? null : ReportEvidence.Of(heal.LookBefore),
            LookAfter = heal.LookAfter is null ? null : ReportEvidence.Of(heal.LookAfter),
            Before = Describe(heal.Before ?? element?.Print, heal.After),
            After = Describe(heal.After, heal.Before ?? element?.Print),
            Candidates =
            [
                .. heal.Candidates.OrderByDescending(c => c.Score).Take(MaxCandidates)
                    .Select(c => new ReportCandidate(Summary(c.Print), Math.Round(c.Score, 3), c.Signals)),
            ],
            Cases = Names(heal.CaseIds),
            Uses = Names(heal.Uses),
        };
    }

    private IReadOnlyList<CaseName> Names(IEnumerable<string> caseIds) => [.. caseIds.Select(id => new CaseName(id, _titles.GetValueOrDefault(id, id)))];

    private static ReportElement? Describe(ElementFingerprint? print, ElementFingerprint? other)
    {
        if (print is null)
        {
            return null;
        }

        var theirs = other is null ? null : Facts(other).ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal);
        return new(
            Summary(print),
            [.. Facts(print).Select(f => new ElementFact(f.Name, f.Value, theirs is not null && theirs.GetValueOrDefault(f.Name) != f.Value))]);
    }

    private static string Summary(ElementFingerprint print) =>
        $"{(print.Role.Length > 0 ? print.Role : print.Tag)} “{FirstOf(print.Name, print.Text, print.Label, print.Id, print.Css)}”";

    private static string FirstOf(params string?[] values) => values.FirstOrDefault(v => !string.IsNullOrEmpty(v)) ?? "";

    private static IEnumerable<(string Name, string Value)> Facts(ElementFingerprint p)
    {
        (string Name, string? Value)[] all =
        [
            ("Tag", p.Tag), ("Role", p.Role), ("Name", p.Name), ("Text", p.Text), ("Label", p.Label), ("Test id", p.TestId),
            ("Id", p.Id), ("Type", p.Type), ("Classes", string.Join(' ', p.Classes)), ("Landmark", p.Landmark), ("CSS", p.Css),
        ];
        return all.Where(f => !string.IsNullOrEmpty(f.Value)).Select(f => (f.Name, f.Value!));
    }
}
