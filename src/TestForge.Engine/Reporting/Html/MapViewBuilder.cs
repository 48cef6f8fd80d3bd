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

    // What fits beside a picture and without one.
    private const int DrawnTitle = 18;
    private const int DrawnTitleAlone = 28;

    private static readonly string[] Separators = [" | ", " · ", " — ", " – ", " - "];

    /// <summary>Fewer titles with one ending are chance.</summary>
    private const int SharedTitles = 3;

    private readonly string _siteName = SiteNameOf(map.Nodes);
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
        1 => "One box has a dashed frame: no test touches it.",
        var some => $"{some} boxes have a dashed frame: no test touches them.",
    };

    private MapBoxView Box(MapBox box, int index)
    {
        var node = box.Node;
        var title = node is null ? Words.Count(box.Children, "more page") : NameOf(node.Id);
        var touched = node is null ? "" : node.Outcome != PageOutcome.Ok ? Labels.Of(node.Outcome) : node.Cases.Count == 0 ? "no test" : Words.Count(node.Cases.Count, "test");
        var states = box.States == 0 ? "" : Words.Count(box.States, "state");
        // Pictures come in by script.
        var pictured = !forPrint && node is not null && (node.IsState ? images.AddressOf(node.Screenshot) is not null : _pictured.Contains(node.Id));
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
            Title = Lines(WithoutSiteName(title), pictured ? DrawnTitle : DrawnTitleAlone),
            Address = node is null ? forPrint ? "in the table below" : "unfold" : node.IsState ? "state" : PathOf(node.Url),
            Via = box.Parent is null ? "" : node?.Via ?? "",
            Touched = touched,
            Label = string.Join(", ", sentence.Where(s => !string.IsNullOrEmpty(s))),
            Open = box.Open,
            HasPicture = pictured,
            Children = box.Item == MapItem.Page && !(forPrint && box.Open) ? box.Children : 0,
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
        var shared = map.Shared.ToLookup(w => w.To, StringComparer.Ordinal);
        var outOf = map.Ways.ToLookup(w => w.From, StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            MapStepView[] ins =
            [
                .. shared[node.Id].Select(w => new MapStepView("", MapGraph.Say(w.Action, w.Control, null), Words.Count(w.Pages, "page"))),
                .. into[node.Id].Select(w => Step(w, w.From)),
            ];
            var outs = outOf[node.Id].ToArray();
            yield return new(
                node,
                NameOf(node.Id),
                [.. ins.Take(most)],
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

    /// <summary>Two lines at most, broken between words where that can be.</summary>
    private static string[] Lines(string title, int width)
    {
        if (title.Length <= width)
        {
            return [title];
        }

        var space = title.LastIndexOf(' ', width);
        return space > 0 ? [title[..space], PlainText.Clip(title[(space + 1)..], width - 1)] : [PlainText.Clip(title, width - 1)];
    }

    private string WithoutSiteName(string title) =>
        _siteName.Length > 0 && title.Length > _siteName.Length && title.EndsWith(_siteName, StringComparison.Ordinal) ? title[..^_siteName.Length] : title;

    /// <summary>The end that most titles share: <c> | Larkmoor</c>; in a small box it would push out what tells pages apart.</summary>
    private static string SiteNameOf(IReadOnlyList<MapNode> nodes)
    {
        var titles = nodes.Where(n => !n.IsState && n.Title.Length > 0).Select(n => n.Title).ToArray();
        var most = titles.Select(EndOf).Where(e => e.Length > 0).GroupBy(e => e, StringComparer.Ordinal).MaxBy(g => g.Count());
        return most is not null && most.Count() >= SharedTitles && most.Count() * 2 > titles.Length ? most.Key : "";
    }

    private static string EndOf(string title)
    {
        var at = Separators.Max(s => title.LastIndexOf(s, StringComparison.Ordinal));
        return at > 0 ? title[at..] : "";
    }

    private static string PathOf(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri.PathAndQuery.Length > 0 ? uri.PathAndQuery + uri.Fragment : url;
}
