using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Makes the report's graph of a site map: names what was acted on, and folds what many pages share.</summary>
internal static class MapGraph
{
    /// <summary>What this many pages lead to by the same control is a matter of the layout.</summary>
    private const int PagesThatShare = 4;

    /// <summary>A way on two pages is shared already when it stands in a landmark of the layout.</summary>
    private const int LandmarksThatShare = 2;

    /// <summary>Beyond this a list of ways tells a reader nothing; the site map has them all.</summary>
    private const int MaxWays = 5000;

    public static ReportMap? Build(SiteMap? site, Reach reach)
    {
        if (site is null || site.Pages.Count == 0)
        {
            return null;
        }

        site = site with { Pages = [.. site.Pages.DistinctBy(p => p.Id)], States = [.. site.States.DistinctBy(s => s.Id).ExceptBy(site.Pages.Select(p => p.Id), s => s.Id)] };
        var known = site.Pages.Select(p => p.Id).Concat(site.States.Select(s => s.Id)).ToHashSet(StringComparer.Ordinal);
        site = site with { Transitions = [.. site.Transitions.Where(t => known.Contains(t.From) && known.Contains(t.To))] };
        var controls = site.Pages.SelectMany(p => p.Elements).Concat(site.States.SelectMany(s => s.Elements))
            .GroupBy(e => e.Id).ToDictionary(g => g.Key, g => g.First().Print, StringComparer.Ordinal);
        string Name(SiteTransition way) => NameOf(controls.GetValueOrDefault(way.ElementId ?? ""));

        var groups = site.Transitions.GroupBy(t => (Name(t), t.To, t.Action, t.Value)).ToArray();
        var shared = groups.Where(g => IsShared(g, controls)).ToArray();
        var folded = shared.SelectMany(g => g).ToHashSet();
        MapWay[] ways = [.. groups.SelectMany(g => g).Where(t => !folded.Contains(t)).Select(t => new MapWay(t.From, t.To, t.Action, Name(t), t.Value, reach.ActedOn(t.ElementId)))];
        return new()
        {
            Nodes = Nodes(site, reach, Name),
            Ways = [.. ways.Take(MaxWays)],
            WaysLeftOut = Math.Max(0, ways.Length - MaxWays),
            Shared =
            [
                .. shared.Select(g => new SharedWay(g.Key.To, g.Key.Action, g.Key.Item1, PagesOf(g), g.Any(t => reach.ActedOn(t.ElementId))))
                    .OrderByDescending(w => w.Pages),
            ],
        };
    }

    private static List<MapNode> Nodes(SiteMap site, Reach reach, Func<SiteTransition, string> name)
    {
        var pages = site.Pages.ToDictionary(p => p.Id, StringComparer.Ordinal);
        var states = site.States.ToDictionary(s => s.Id, StringComparer.Ordinal);
        var waysTo = site.Transitions.ToLookup(t => t.To, StringComparer.Ordinal);
        var tree = new MapTree(site);
        List<MapNode> nodes = [];
        foreach (var id in tree.Order)
        {
            var way = tree.WayTo(id);
            var via = way is null ? null : Say(way.Action, name(way), way.Value);
            if (states.TryGetValue(id, out var state))
            {
                var page = pages[state.PageId];
                nodes.Add(new()
                {
                    Id = id,
                    PageId = page.Id,
                    Title = TitleOf(state, way, name),
                    Url = page.Url,
                    Outcome = page.Outcome,
                    Parent = way?.From ?? page.Id,
                    Via = via,
                    // Doing what leads to a state shows it.
                    Cases = [.. reach.CasesOf(id).Concat(waysTo[id].SelectMany(t => reach.CasesActingOn(t.ElementId ?? ""))).Distinct()],
                    Screenshot = state.Screenshot is null ? null : ReportEvidence.Of(state.Screenshot),
                });
            }
            else
            {
                var page = pages[id];
                nodes.Add(new() { Id = id, PageId = id, Title = page.Title, Url = page.Url, Outcome = page.Outcome, Parent = way is null ? null : SiteTransition.PageOf(way.From), Via = via, Cases = reach.CasesOf(id) });
            }
        }

        return nodes;
    }

    /// <summary>A state that shows nothing with a name is called after the control that led there, in the words of its way.</summary>
    private static string TitleOf(SiteState state, SiteTransition? way, Func<SiteTransition, string> name) =>
        state.Title.StartsWith("After ", StringComparison.Ordinal) && way is not null && name(way) is { Length: > 0 } control
            ? $"After {Say("", control, way.Value).Trim()}"
            : state.Title;

    /// <summary>An action in words: <c>click “Kettle”</c>.</summary>
    public static string Say(string action, string control, string? value) => (control, value) switch
    {
        ("", null or "") => action,
        ("", _) => $"{action} {Words.Quote(value)}",
        (_, null or "") => $"{action} {Words.Quote(control)}",
        _ => $"{action} {Words.Quote(value)} in {Words.Quote(control)}",
    };

    private static bool IsShared(IEnumerable<SiteTransition> ways, Dictionary<string, ElementFingerprint> controls)
    {
        var pages = PagesOf(ways);
        return pages >= PagesThatShare
            || (pages >= LandmarksThatShare && ways.Any(t => controls.GetValueOrDefault(t.ElementId ?? "") is { Landmark: "banner" or "navigation" or "contentinfo" }));
    }

    private static int PagesOf(IEnumerable<SiteTransition> ways) => ways.Select(t => SiteTransition.PageOf(t.From)).Distinct().Count();

    private static string NameOf(ElementFingerprint? print) =>
        print is null ? "" : new[] { print.Name, print.Text, print.Label, print.Placeholder, print.Title, print.NameAttribute, print.Id }.FirstOrDefault(n => !string.IsNullOrEmpty(n)) ?? "";
}
