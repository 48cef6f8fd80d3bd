using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A line of a case.</summary>
internal sealed record ReportStep(StepKeyword Keyword, string Text, StepOutcome Outcome, long? Milliseconds = null);
