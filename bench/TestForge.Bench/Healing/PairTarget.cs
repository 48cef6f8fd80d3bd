namespace TestForge.Bench.Healing;

/// <summary>An element as it was, and which candidate of its site is the same.</summary>
internal sealed record PairTarget(PairElement Element, int Match);
