using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.History;

/// <summary>A finding by the id that is the same whenever the same fault is found.</summary>
internal sealed record HistoryFinding(string Id, FindingSeverity Severity, string Title);
