using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Draws the report's map: boxes and lines for those who see, a table of the same for those who do not.</summary>
internal sealed class MapViewBuilder(RunReport report, ReportMap map, ReportImages images, bool forPrint)
{
    /// <summary>Boxes in the file; a megabyte of drawing. report.json has them all.</summary>
    private const int MaxNodes = 1200;
    private const int MaxPrintedNodes = 60;

    /// <summary>Ways listed in all rows together, and for one row at least and at most.</summary>
    private const int WaysInAll = 4000;
    private const int LeastWays = 3;
    private const int MostWays = 12;

    private const int MaxTests = 5;
    private const int MaxShared = 100;

    // Longer titles are cut by the box anyway.
    private const int DrawnTitle = 40;

    private readonly Dictionary<string, MapNode> _nodes = map.Nodes.ToDictionary(n => n.Id, StringComparer.Ordinal);
    private readonly HashSet<string> _pictured = [.. report.Pages.Where(p => images.AddressOf(p.Screenshot) is not null).Select(p => p.Id)];
    private readonly Dictionary<string, string> _tests = report.Cases.ToDictionary(c => c.Id, c => c.Title, StringComparer.Ordinal);

    public MapView Build()
    {
        var nodes = map.Nodes.Take(MaxNodes).ToArray();
        var layout = new MapLayout(nodes);
        var rows = forPrint ? [.. nodes.Take(MaxPrintedNodes)] : nodes;
        return new()
        {
            ViewBox = layout.ViewBox,
            Summary = Summary(),
            HasStates = nodes.Any(n => n.IsState),
            Boxes = [.. layout.Boxes.Where(b => !forPrint || b.Shown).Select((b, i) => Box(b, i))],
            Rows = [.. Rows(rows)],
            Shared = [.. map.Shared.Take(MaxShared).Select(w => new MapSharedView(w.To, MapGraph.Say(w.Action, w.Control, null), NameOf(w.To), w.Pages, w.Tested))],
            MoreShared = Math.Max(0, map.Shared.Count - MaxShared),
            NodesLeftOut = map.Nodes.Count - rows.Length,
            UntestedSaid = UntestedSaid(),
        };
    }

    private string Summary()
    {
        var (pages, states) = (map.Nodes.Count(n => !n.IsState), map.Nodes.Count(n => n.IsState));
        var ways = map.Ways.Count + map.WaysLeftOut + map.Shared.Sum(s => s.Pages);
        return Words.Join([Words.Count(pages, "page"), .. states > 0 ? [Words.Count(states, "state")] : Array.Empty<string>(), Words.Count(ways, "way between them", "ways between them")], 3);
    }

    private string UntestedSaid() => map.Nodes.Count(Untested) switch
    {
        0 => "Tests touch every box that could be opened.",
        1 => "One box has a broken frame: no test touches it.",
        var some => $"{some} boxes have a broken frame: no test touches them.",
    };

    private MapBoxView Box(MapBox box, int index)
    {
        var node = box.Node;
        var title = node is null ? Words.Count(box.Children, "more page") : NameOf(node.Id);
        var touched = node is null ? "" : node.Outcome != PageOutcome.Ok ? Labels.Of(node.Outcome) : node.Cases.Count == 0 ? "no test" : Words.Count(node.Cases.Count, "test");
        var states = box.States == 0 ? "" : Words.Count(box.States, "state");
        string?[] sentence = [title, box.Item == MapItem.State ? "a state of its page" : null, node?.Via is { } via ? $"reached by {via}" : null, touched, states];
        return new()
        {
            Id = node?.Id ?? $"more-{index}",
            Parent = box.Parent?.Node?.Id ?? "",
            Classes = string.Join(' ', new[]
            {
                "node", box.Item.ToString().ToLowerInvariant(), box.Overflow ? "overflow" : "", box.Shown ? "" : "gone", box.States > 0 ? "stack" : "",
                node is null ? "" : node.Outcome != PageOutcome.Ok ? "broken" : Untested(node) ? "untested" : "",
            }.Where(c => c.Length > 0)),
            Title = PlainText.Clip(title, DrawnTitle),
            Address = node is null ? "unfold" : node.IsState ? "state" : PathOf(node.Url),
            Via = box.Parent is null ? "" : node?.Via ?? "",
            Touched = touched,
            Label = string.Join(", ", sentence.Where(s => !string.IsNullOrEmpty(s))),
            Open = box.Open,
            HasPicture = node is not null && (node.IsState ? images.AddressOf(node.Screenshot) is not null : _pictured.Contains(node.Id)),
            Children = box.Item == MapItem.Page ? box.Children : 0,
            States = states,
            Level = box.Level + 1,
            X = box.Shown ? box.Level * MapLayout.Column : 0,
            Y = box.Shown ? box.Row * MapLayout.Row : 0,
            Edge = box.Shown ? MapLayout.EdgeTo(box) : "",
        };
    }

    private IEnumerable<MapRowView> Rows(MapNode[] nodes)
    {
        var most = Math.Clamp(WaysInAll / Math.Max(1, nodes.Length), LeastWays, MostWays);
        var into = map.Ways.ToLookup(w => w.To, StringComparer.Ordinal);
        var outOf = map.Ways.ToLookup(w => w.From, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var (ins, outs) = (into[node.Id].ToArray(), outOf[node.Id].ToArray());
            yield return new(
                node,
                NameOf(node.Id),
                [.. ins.Take(most).Select(w => Step(w, w.From))],
                Math.Max(0, ins.Length - most),
                [.. outs.Take(most).Select(w => Step(w, w.To))],
                Math.Max(0, outs.Length - most),
                [.. node.Cases.Take(MaxTests).Select(id => _tests.GetValueOrDefault(id, id))],
                Math.Max(0, node.Cases.Count - MaxTests),
                images.AddressOf(node.Screenshot));
        }
    }

    private MapStepView Step(MapWay way, string other) => new(other, MapGraph.Say(way.Action, way.Control, way.Value), NameOf(other));

    private static bool Untested(MapNode node) => node.Outcome == PageOutcome.Ok && node.Cases.Count == 0;

    private string NameOf(string id) => _nodes.GetValueOrDefault(id) switch
    {
        null => id,
        { Title.Length: > 0 } node => node.Title,
        { IsState: true } => "State",
        var node => PathOf(node.Url),
    };

    private static string PathOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.PathAndQuery.Length > 0 ? uri.PathAndQuery + uri.Fragment : url;
}
