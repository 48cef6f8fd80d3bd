namespace TestForge.Pipeline;

/// <summary>What running cases came to: their results in order, the heals, and the plan with the locators that were patched.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Results">Results in order.</param>
/// <param name="Heals">Every heal that was made or given up.</param>
/// <param name="Outcomes">What came of each case.</param>
/// <param name="Interrupted">Whether it was stopped.</param>
/// <param name="Excess">Set when more was healed than may be, which fails the run.</param>
public sealed record ExecutedCases(
    ArtifactRef Plan,
    IReadOnlyList<ArtifactRef> Results,
    IReadOnlyList<HealRecord> Heals,
    IReadOnlyList<CaseOutcome> Outcomes,
    bool Interrupted,
    HealExcess? Excess = null);
