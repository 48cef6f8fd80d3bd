namespace TestForge.Engine.Reporting.Model;

/// <summary>The sentences of one kind, the most important first.</summary>
internal sealed record InsightSection(InsightKind Kind, IReadOnlyList<InsightSentence> Sentences);
