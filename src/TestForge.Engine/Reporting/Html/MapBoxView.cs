namespace TestForge.Engine.Reporting.Html;

/// <summary>A box as the template draws it.</summary>
internal sealed record MapBoxView
{
    public required string Id { get; init; }
    public required string Parent { get; init; }
    public required string Classes { get; init; }
    /// <summary>The title in the one or two lines that the box has room for.</summary>
    public required IReadOnlyList<string> Title { get; init; }
    public required string Address { get; init; }
    public required string Via { get; init; }
    public required string Touched { get; init; }

    /// <summary>All that the box stands for, for the search: the drawing shows less.</summary>
    public required string Label { get; init; }

    public required bool Open { get; init; }
    public required bool HasPicture { get; init; }
    public required int Children { get; init; }
    public required string States { get; init; }
    public required int Level { get; init; }
    public required int X { get; init; }
    public required int Y { get; init; }
    public required string Edge { get; init; }
}
