using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A box of the drawn map, and where it lies as long as nobody folds or unfolds anything.</summary>
internal sealed class MapBox(MapNode? node, MapItem item, MapBox? parent, bool overflow = false)
{
    /// <summary>Null for <see cref="MapItem.More"/>.</summary>
    public MapNode? Node => node;

    public MapItem Item => item;
    public MapBox? Parent => parent;

    /// <summary>One of many under the same parent, folded behind a box that says how many.</summary>
    public bool Overflow => overflow;

    public int Level { get; } = (parent?.Level ?? -1) + 1;

    /// <summary>Pages that hang on this one, and for <see cref="MapItem.More"/> how many are folded.</summary>
    public int Children { get; set; }

    /// <summary>States of this page.</summary>
    public int States { get; set; }

    /// <summary>Whether the pages that hang on this one are shown.</summary>
    public bool Open { get; set; }

    public bool Shown { get; set; }
    public int Row { get; set; }
}
