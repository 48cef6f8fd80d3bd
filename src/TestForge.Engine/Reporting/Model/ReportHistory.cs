using System.ComponentModel;

namespace TestForge.Engine.Reporting.Model;

[Description("This run among the earlier ones of the same target.")]
internal sealed record ReportHistory
{
    [Description("How many earlier runs are remembered.")]
    public required int EarlierRuns { get; init; }

    [Description("The last runs, the oldest first, this one last.")]
    public required IReadOnlyList<TrendPoint> Trend { get; init; }

    [Description("Cases that failed the last time they ran and did not fail now.")]
    public required IReadOnlyList<CaseName> Fixed { get; init; }

    [Description("How many cases failed now and not the last time they ran.")]
    public required int NewFailures { get; init; }

    [Description("How many findings the run before did not have.")]
    public required int NewFindings { get; init; }

    [Description("Titles of findings of the run before that were not seen now.")]
    public required IReadOnlyList<string> GoneFindings { get; init; }
}
