using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Paths;

/// <summary>Finds the ways of a site: what was clicked when it was explored, and the links that only a state shows.</summary>
internal static class Ways
{
    public static IReadOnlyList<Way> Of(DesignContext context)
    {
        var pages = context.Pages.ToDictionary(p => p.Id);
        var states = context.Site.States.ToDictionary(s => s.Id);
        var clicks = context.Site.Transitions.Where(t => t.Action == SiteActions.Click).Select(t => (t.From, t.To, t.ElementId));
        return
        [
            .. clicks.Concat(LinksOfStates(context))
                .Select(t => Of(context, pages, states, t.From, t.To, t.ElementId)).OfType<Way>()
                .DistinctBy(w => (w.FromId, w.Element.Id))
                .OrderBy(w => w.From.Depth),
        ];
    }

    private static Way? Of(DesignContext context, Dictionary<string, SitePage> pages, Dictionary<string, SiteState> states, string fromId, string toId, string elementId)
    {
        var state = states.GetValueOrDefault(fromId);
        if (!pages.TryGetValue(SiteTransition.PageOf(fromId), out var from) || !pages.TryGetValue(SiteTransition.PageOf(toId), out var to)
            || (from != to && context.PathOf(from) == context.PathOf(to)) || (toId != to.Id && !states.ContainsKey(toId)))
        {
            return null;
        }

        // Entries of a list lead to records: the first stands for all of them.
        var isRecord = context.Data.IsData(elementId);
        return context.Element(elementId) is { Print.Name.Length: > 0 } element && context.IsUsable(element) && (!isRecord || context.Data.IsFirst(elementId))
            ? new(from, state, element, toId, isRecord, element.Print.Landmark is "navigation" or "banner" or "contentinfo")
            : null;
    }

    // A crawl follows an address once; that a menu leads there too is known by its link.
    private static IEnumerable<(string From, string To, string ElementId)> LinksOfStates(DesignContext context)
    {
        var byUrl = context.Pages.SelectMany(p => p.Duplicates.Prepend(p.Url).Select(u => (Url: u, Page: p))).DistinctBy(p => p.Url).ToDictionary(p => p.Url, p => p.Page.Id);
        return from state in context.Site.States
               where context.Pages.Any(p => p.Id == state.PageId)
               from element in state.Elements
               where element.Print is { Role: "link", Href.Length: > 0 }
               let address = Uri.TryCreate(new(context.Page(state.PageId).Url), element.Print.Href, out var url) ? UrlNormalForm.Parse(url.AbsoluteUri)?.AbsoluteUri : null
               where address is not null && byUrl.ContainsKey(address) && byUrl[address] != state.PageId
               select (state.Id, byUrl[address], element.Id);
    }
}
