namespace TestForge.Engine.Reporting.Html;

/// <summary>The coverage map as a table: pages by what tests do on them.</summary>
internal sealed record CoverageMapView(IReadOnlyList<string> Techniques, IReadOnlyList<CoverageRowView> Rows, int LeftOut);
