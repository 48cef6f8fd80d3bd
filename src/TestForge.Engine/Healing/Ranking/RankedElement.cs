using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>An element of the page and how alike it is to the one that is looked for, from 0 to 1.</summary>
/// <param name="Print">The element.</param>
/// <param name="Score">How alike it is, less what another known element claims.</param>
/// <param name="Claim">By how much another known element is more like it; 0 when none is.</param>
internal sealed record RankedElement(ElementFingerprint Print, double Score, double Claim);
