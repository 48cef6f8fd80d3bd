namespace TestForge.Engine.Reporting.Html;

/// <summary>Attempts over time, drawn in as many lanes as ran at once.</summary>
internal sealed record TimelineView(
    string ViewBox,
    string Summary,
    IReadOnlyList<TimelineLane> Lanes,
    IReadOnlyList<TimelineBar> Bars,
    IReadOnlyList<TimelineTick> Ticks,
    IReadOnlyList<TimelineRow> Longest);
