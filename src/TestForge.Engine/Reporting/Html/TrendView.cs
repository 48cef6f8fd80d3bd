using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>The last runs, drawn as bars and lines, and in a table.</summary>
internal sealed record TrendView(
    string ViewBox,
    string Summary,
    IReadOnlyList<TrendBar> Bars,
    string HealthLine,
    string DurationLine,
    int Most,
    string Longest,
    IReadOnlyList<TrendPoint> Points,
    IReadOnlyList<UnstableView> Unstable);
