namespace TestForge.Engine.Reporting.Model;

/// <summary>What the tests that ran touched, of what discovery found.</summary>
internal sealed record ReportCoverage(
    CoverageFigure Pages,
    CoverageFigure Forms,
    CoverageFigure Transitions,
    IReadOnlyList<UntestedItem> Untested)
{
    /// <summary>Page by page, in the order of the site map.</summary>
    public IReadOnlyList<PageCoverage> Map { get; init; } = [];
}
