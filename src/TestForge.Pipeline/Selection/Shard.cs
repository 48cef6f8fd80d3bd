namespace TestForge.Pipeline;

/// <summary>One of several parts of a plan that run apart from each other.</summary>
/// <param name="Index">1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many parts there are.</param>
public sealed record Shard(int Index, int Count);
