namespace TestForge.Pipeline;

/// <summary>What running cases came to: their results in order, the heals, and the plan with the locators that proved themselves.</summary>
public sealed record ExecutedCases(
    ArtifactRef Plan,
    IReadOnlyList<ArtifactRef> Results,
    IReadOnlyList<HealRecord> Heals,
    IReadOnlyList<CaseOutcome> Outcomes,
    bool Interrupted);
