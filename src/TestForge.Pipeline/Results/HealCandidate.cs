namespace TestForge.Pipeline;

/// <summary>A candidate of a heal: what it is, its score from 0 to 1, and each signal's share of it.</summary>
public sealed record HealCandidate(ElementFingerprint Print, double Score, IReadOnlyDictionary<string, double> Signals);
