using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

/// <summary>The map of the application as a graph.</summary>
internal sealed record ReportMap
{
    [Description("Pages as loaded and their states, in the order in which a tree of the application is read: each after its parent.")]
    public required IReadOnlyList<MapNode> Nodes { get; init; }

    [Description("Actions and where they lead, without those that many pages share.")]
    public required IReadOnlyList<MapWay> Ways { get; init; }

    [Description("Actions that are the same on many pages, such as the links of a navigation, each once.")]
    public required IReadOnlyList<SharedWay> Shared { get; init; }

    [Description("How many ways were left out for want of room.")]
    public int WaysLeftOut { get; init; }
}
