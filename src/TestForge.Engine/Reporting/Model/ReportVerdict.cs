namespace TestForge.Engine.Reporting.Model;

/// <summary>The run in one sentence, and what to do about it.</summary>
internal sealed record ReportVerdict(VerdictLevel Level, string Sentence, IReadOnlyList<NextStep> NextSteps);
