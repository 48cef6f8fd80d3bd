namespace TestForge.Engine.Reporting.Model;

/// <summary>A sentence, and what of the run it rests on.</summary>
internal sealed record InsightSentence(string Text, IReadOnlyList<InsightEvidence> Evidence);
