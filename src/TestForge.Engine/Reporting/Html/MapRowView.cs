using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A page or state as a row of the table, which is also what the panel beside the graph shows.</summary>
internal sealed record MapRowView(
    MapNode Node,
    string Title,
    IReadOnlyList<MapStepView> In,
    int MoreIn,
    IReadOnlyList<MapStepView> Out,
    int MoreOut,
    IReadOnlyList<string> Tests,
    int MoreTests,
    string? Picture);
