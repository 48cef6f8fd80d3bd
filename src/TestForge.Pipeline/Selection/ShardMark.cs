namespace TestForge.Pipeline;

/// <summary>Says which part of a plan some results are of.</summary>
/// <param name="Index">1 to <paramref name="Count"/>.</param>
/// <param name="Count">How many parts there are.</param>
/// <param name="Key">Hash of the whole partition; parts belong together when it is the same.</param>
public sealed record ShardMark(int Index, int Count, string Key);
