using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>The shortest ways through a site map as a tree: pages hang on pages, the states of a page on the page or on each other.</summary>
internal sealed class MapTree
{
    private readonly Dictionary<string, SiteTransition> _way = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<string>> _children = new(StringComparer.Ordinal);

    public MapTree(SiteMap site)
    {
        var pages = site.Pages.Select(p => p.Id).ToArray();
        var states = site.States.ToLookup(s => s.PageId, s => s.Id, StringComparer.Ordinal);
        var start = pages.Take(1).ToArray();
        // States are collapsed under their page, so a page that only a state leads to hangs on that state's page.
        Grow(start, pages, site.Transitions.ToLookup(t => SiteTransition.PageOf(t.From), StringComparer.Ordinal), SiteTransition.PageOf);
        var within = site.Transitions.Where(t => t.StaysOnPage).ToLookup(t => t.From, StringComparer.Ordinal);
        List<string> order = [];
        foreach (var page in pages)
        {
            Grow([page], [page, .. states[page]], within, id => id);
        }

        Roots = [.. start, .. pages.Skip(1).Where(p => !_way.ContainsKey(p))];
        foreach (var root in Roots)
        {
            Read(root, states, order);
        }

        Order = order;
    }

    /// <summary>The start, then pages that no known way leads to.</summary>
    public IReadOnlyList<string> Roots { get; }

    /// <summary>Every node after its parent, the states of a page before the pages it leads to.</summary>
    public IReadOnlyList<string> Order { get; }

    /// <summary>The first action of the shortest way to a node, or null.</summary>
    public SiteTransition? WayTo(string id) => _way.GetValueOrDefault(id);

    private void Grow(string[] from, string[] nodes, ILookup<string, SiteTransition> ways, Func<string, string> nodeOf)
    {
        var waiting = nodes.Except(from, StringComparer.Ordinal).ToHashSet(StringComparer.Ordinal);
        var queue = new Queue<string>(from);
        while (queue.TryDequeue(out var at))
        {
            foreach (var way in ways[at])
            {
                var to = nodeOf(way.To);
                if (waiting.Remove(to))
                {
                    _way[to] = way;
                    Adopt(at, to);
                    queue.Enqueue(to);
                }
            }
        }
    }

    private void Adopt(string parent, string child)
    {
        if (!_children.TryGetValue(parent, out var children))
        {
            _children[parent] = children = [];
        }

        children.Add(child);
    }

    // A stack of our own: a chain of next-page links is as deep as the crawl was long.
    private void Read(string root, ILookup<string, string> states, List<string> order)
    {
        var stack = new Stack<string>([root]);
        while (stack.TryPop(out var id))
        {
            order.Add(id);
            var children = _children.GetValueOrDefault(id) ?? [];
            // A state whose way is not known still belongs to its page.
            var strays = states[id].Where(s => !_way.ContainsKey(s));
            foreach (var child in children.Concat(strays).OrderBy(c => c.Contains('.', StringComparison.Ordinal) ? 0 : 1).Reverse())
            {
                stack.Push(child);
            }
        }
    }
}
