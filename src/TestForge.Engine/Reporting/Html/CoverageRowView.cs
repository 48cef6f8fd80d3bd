using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting.Html;

/// <summary>A page of the coverage map; cells in the order of the techniques, null where there is no test.</summary>
internal sealed record CoverageRowView(string Title, string Url, string Path, IReadOnlyList<TechniqueCount?> Cells, PageCoverage Page, bool Bare);
