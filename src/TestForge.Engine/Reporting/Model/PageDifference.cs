using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

[Description("How the accessible elements of a page at the time of a failure differ from those of the exploration.")]
internal sealed record PageDifference
{
    [Description("Elements of the exploration that were not there.")]
    public required IReadOnlyList<string> Removed { get; init; }

    [Description("Elements that the exploration did not see.")]
    public required IReadOnlyList<string> Added { get; init; }

    public required IReadOnlyList<ChangedElement> Changed { get; init; }

    [Description("How many elements were the same.")]
    public required int Same { get; init; }

    [Description("How many differences were left out for want of room.")]
    public int LeftOut { get; init; }
}
