using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A fault of the application that was seen, and where.</summary>
internal sealed record ReportFinding
{
    public required string Id { get; init; }
    public required FindingCategory Category { get; init; }
    public required FindingSeverity Severity { get; init; }
    public required string Title { get; init; }
    public required string Detail { get; init; }
    public string? Rule { get; init; }
    public string? HelpUrl { get; init; }
    public IReadOnlyList<string> Tags { get; init; } = [];
    public IReadOnlyList<string> Selectors { get; init; } = [];
    public IReadOnlyList<PageName> Pages { get; init; } = [];

    /// <summary>Absent without a history.</summary>
    public ReportSince? Since { get; init; }
}
