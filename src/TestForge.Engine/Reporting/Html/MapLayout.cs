using System.Globalization;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Lays the map out as a tree that grows to the right: a column for each step from the start, a row for each leaf.</summary>
/// <remarks>
/// The first child stands beside its parent and every other box opens a row of its own, so folding and unfolding only
/// moves rows. <c>map.js</c> does the same walk when a reader unfolds something.
/// </remarks>
internal sealed class MapLayout
{
    public const int BoxWidth = 240;
    public const int BoxHeight = 64;
    public const int Column = 424;
    public const int Row = 84;

    /// <summary>Brothers and sisters shown before the rest are folded; a fold of one or two would only be in the way.</summary>
    private const int Siblings = 8;
    private const int LeastFolded = 3;

    /// <summary>About three screens or one sheet of paper.</summary>
    private const int RowsAtFirst = 24;

    private readonly List<MapBox> _boxes = [];

    public MapLayout(IReadOnlyList<MapNode> nodes)
    {
        Build(nodes);
        Open();
        Rows = Place();
    }

    public IReadOnlyList<MapBox> Boxes => _boxes;

    public int Rows { get; private set; }

    public string ViewBox
    {
        get
        {
            var columns = _boxes.Where(b => b.Shown).Select(b => b.Level).DefaultIfEmpty(0).Max();
            return string.Create(CultureInfo.InvariantCulture, $"-12 -12 {(columns * Column) + BoxWidth + 40} {(Math.Max(1, Rows) * Row) + 12}");
        }
    }

    /// <summary>The line from the parent, in coordinates of the child's box.</summary>
    public static string EdgeTo(MapBox box)
    {
        if (box.Parent is not { } parent)
        {
            return "";
        }

        const int gap = BoxWidth - Column;
        var up = (parent.Row - box.Row) * Row;
        return up == 0
            ? string.Create(CultureInfo.InvariantCulture, $"M{gap} 32H-3")
            : string.Create(CultureInfo.InvariantCulture, $"M{gap} {32 + up}h10q8 0 8 8V24q0 8 8 8H-3");
    }

    private void Build(IReadOnlyList<MapNode> nodes)
    {
        var children = nodes.ToLookup(n => n.Parent ?? "", StringComparer.Ordinal);
        var many = children.ToDictionary(g => g.Key, g => g.Count(n => !n.IsState), StringComparer.Ordinal);
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        var boxes = new Dictionary<string, MapBox>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            var parent = node.Parent is null ? null : boxes.GetValueOrDefault(node.Parent);
            var key = node.Parent ?? "";
            var overflow = false;
            if (!node.IsState)
            {
                var total = many[key];
                var index = seen[key] = seen.GetValueOrDefault(key) + 1;
                overflow = index > Siblings && total >= Siblings + LeastFolded;
                if (overflow && index == Siblings + 1)
                {
                    _boxes.Add(new(null, MapItem.More, parent) { Children = total - Siblings });
                }
            }

            var box = new MapBox(node, node.IsState ? MapItem.State : MapItem.Page, parent, overflow) { Children = many.GetValueOrDefault(node.Id) };
            boxes[node.Id] = box;
            _boxes.Add(box);
            if (node.IsState && boxes.TryGetValue(node.PageId, out var page))
            {
                page.States++;
            }
        }
    }

    // Level by level, so that what is near the start is seen first.
    private void Open()
    {
        var rows = _boxes.Count(b => b.Parent is null && !b.Overflow);
        var children = _boxes.Where(b => b is { Parent: not null, Overflow: false, Item: not MapItem.State }).ToLookup(b => b.Parent!);
        foreach (var box in _boxes.Where(b => b.Item == MapItem.Page).OrderBy(b => b.Level))
        {
            var more = children[box].Count() - 1;
            if (more >= 0 && (box.Level == 0 || rows + more <= RowsAtFirst))
            {
                box.Open = true;
                rows += more;
            }
        }
    }

    private int Place()
    {
        var row = -1;
        var begun = new HashSet<MapBox>();
        foreach (var box in _boxes)
        {
            box.Shown = !box.Overflow && box.Item != MapItem.State && (box.Parent is null || box.Parent is { Shown: true, Open: true });
            if (box.Shown)
            {
                box.Row = box.Parent is not null && begun.Add(box.Parent) ? box.Parent.Row : ++row;
            }
        }

        return row + 1;
    }
}
