using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>What discovery left out for one reason. Items holds at most 100 of Count; Reason is set when all have the same.</summary>
internal sealed record SkippedGroup(string Code, string Title, int Count, IReadOnlyList<SkippedItem> Items, string? Reason = null);
