using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>Findings of one kind, the worst first. Level is the WCAG level of accessibility findings.</summary>
internal sealed record FindingGroup(
    FindingCategory Category,
    string? Level,
    IReadOnlyList<ReportFinding> Findings);
