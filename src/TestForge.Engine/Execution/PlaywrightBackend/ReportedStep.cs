namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>A step of an attempt, and what it called in turn.</summary>
internal sealed record ReportedStep(bool Passed, long Milliseconds, string Title, IReadOnlyList<ReportedStep> Calls);
