using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.Flows;

/// <summary>The map as places and the shortest ways between them.</summary>
internal sealed class FlowGraph
{
    private readonly Dictionary<string, List<SiteTransition>> _from;
    private readonly Dictionary<string, string> _cameFrom = [];

    public FlowGraph(SiteMap map)
    {
        Map = map;
        var states = map.States.ToLookup(s => s.PageId);
        Nodes = [.. map.Pages.Where(p => p.Outcome == PageOutcome.Ok).SelectMany(p => states[p.Id].Select(s => new FlowNode(p, s)).Prepend(new(p, null)))];
        _from = map.Transitions.GroupBy(t => t.From).ToDictionary(g => g.Key, g => g.ToList());
        if (map.Pages is [var start, ..])
        {
            Walk(start.Id);
        }
    }

    public SiteMap Map { get; }

    /// <summary>In the order of their discovery.</summary>
    public IReadOnlyList<FlowNode> Nodes { get; }

    public IEnumerable<SiteTransition> From(string id) => _from.TryGetValue(id, out var transitions) ? transitions : [];

    public FlowNode? Node(string id) => Nodes.FirstOrDefault(n => n.Id == id);

    /// <summary>Where sending a form led, or the page at the address it is sent to.</summary>
    public FlowNode? After(FlowNode node, PageForm form)
    {
        if (From(node.Id).FirstOrDefault(t => t.Action is SiteActions.Submit && Sends(t, form)) is { } sent && Node(sent.To) is { } reached)
        {
            return reached;
        }

        var place = FlowNode.PlaceOf(form.Action);
        return form.Method == "get" ? Nodes.FirstOrDefault(n => n.IsPage && n.Place == place && n.Id != node.Page.Id) : null;
    }

    /// <summary>The way from the start to a place and on to others, each once.</summary>
    public IReadOnlyList<string> Way(FlowNode to, params FlowNode?[] further) =>
        [.. To(to).Concat(further.OfType<FlowNode>().Select(n => n.Id)).Distinct()];

    private static bool Sends(SiteTransition transition, PageForm form) =>
        transition.ElementId == form.SubmitElementId || form.Fields.Any(f => f.ElementId == transition.ElementId);

    private List<string> To(FlowNode node)
    {
        var way = new List<string> { node.Id };
        if (!_cameFrom.ContainsKey(node.Id) && !node.IsPage)
        {
            way.Insert(0, node.Page.Id);
        }

        while (_cameFrom.TryGetValue(way[0], out var before) && before.Length > 0)
        {
            way.Insert(0, before);
        }

        return way;
    }

    private void Walk(string start)
    {
        _cameFrom[start] = "";
        var queue = new Queue<string>([start]);
        while (queue.TryDequeue(out var at))
        {
            foreach (var transition in From(at))
            {
                if (_cameFrom.TryAdd(transition.To, at))
                {
                    queue.Enqueue(transition.To);
                }
            }
        }
    }
}
