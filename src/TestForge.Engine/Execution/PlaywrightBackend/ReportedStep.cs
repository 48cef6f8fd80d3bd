namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>A step of an attempt, in the order of the case.</summary>
internal sealed record ReportedStep(bool Passed, long Milliseconds);
