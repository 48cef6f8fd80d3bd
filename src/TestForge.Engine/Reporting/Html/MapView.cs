namespace TestForge.Engine.Reporting.Html;

/// <summary>The map as the template draws it, and the same as a table.</summary>
internal sealed record MapView
{
    public required string ViewBox { get; init; }
    public required string Summary { get; init; }
    public required bool HasStates { get; init; }
    public required IReadOnlyList<MapBoxView> Boxes { get; init; }
    public required IReadOnlyList<MapRowView> Rows { get; init; }
    public required IReadOnlyList<MapSharedView> Shared { get; init; }
    public required int MoreShared { get; init; }

    /// <summary>Pages and states that had no room.</summary>
    public required int NodesLeftOut { get; init; }

    /// <summary>In a sentence, how many pages and states no test touches.</summary>
    public required string UntestedSaid { get; init; }
}
