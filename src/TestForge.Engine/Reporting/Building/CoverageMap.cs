using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Pages by what tests cover on them: tests by technique, states, forms and ways.</summary>
internal static class CoverageMap
{
    public static IReadOnlyList<PageCoverage> Of(SiteMap? site, Reach reach, IReadOnlyList<ReportCase> cases)
    {
        var byId = cases.GroupBy(c => c.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
        var states = (site?.States ?? []).ToLookup(s => s.PageId, StringComparer.Ordinal);
        var ways = (site?.Transitions ?? []).ToLookup(t => SiteTransition.PageOf(t.From), StringComparer.Ordinal);
        return
        [
            .. (site?.Pages ?? []).Where(p => p.Outcome == PageOutcome.Ok).Select(p => new PageCoverage
            {
                PageId = p.Id,
                Techniques = new SortedDictionary<string, TechniqueCount>(
                    reach.CasesOf(p.Id).Where(byId.ContainsKey).Select(id => byId[id]).GroupBy(c => c.Technique, StringComparer.Ordinal)
                        .ToDictionary(g => g.Key, g => new TechniqueCount(g.Count(), g.Count(c => c.Verdict == Verdict.Failed)), StringComparer.Ordinal),
                    StringComparer.Ordinal),
                States = Figure(states[p.Id], s => reach.TestsOf(s.Id) > 0),
                Forms = Figure(p.Forms.Concat(states[p.Id].SelectMany(s => s.Forms)), f => CoverageAnalysis.Touched(f, reach)),
                Ways = Figure(ways[p.Id], w => CoverageAnalysis.Touched(w, reach)),
            }),
        ];
    }

    private static CoverageFigure Figure<T>(IEnumerable<T> items, Func<T, bool> covered)
    {
        var all = items.ToArray();
        return new(all.Count(covered), all.Length);
    }
}
