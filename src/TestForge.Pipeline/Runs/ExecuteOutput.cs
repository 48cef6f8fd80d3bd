namespace TestForge.Pipeline;

/// <param name="Results">The results, as JSON of <see cref="RunResults"/>.</param>
/// <param name="Cases">What came of each case.</param>
/// <param name="Interrupted">Whether it was stopped.</param>
/// <param name="Heals">What was healed, or could not be, while the cases ran; null for nothing.</param>
public sealed record ExecuteOutput(ArtifactRef Results, IReadOnlyList<CaseOutcome> Cases, bool Interrupted, IReadOnlyList<HealRecord>? Heals = null) : IInterruptible;
