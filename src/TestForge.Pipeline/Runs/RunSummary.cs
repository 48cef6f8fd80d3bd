namespace TestForge.Pipeline;

/// <summary>A run in figures. Healed cases are not counted in Passed.</summary>
/// <param name="HealthScore">0 to 100; see the formula in the report.</param>
/// <param name="Gates">The rules of the quality gate; null or empty when there are none.</param>
/// <param name="Excess">Set when more was healed than may be, which fails the run.</param>
/// <param name="Spending">What calls to the language model cost.</param>
public sealed record RunSummary(
    Guid RunId,
    int Pages,
    int Passed,
    int Failed,
    int Flaky,
    int Healed,
    int NotRun,
    int Findings,
    double HealthScore,
    bool Interrupted,
    int Quarantined = 0,
    IReadOnlyList<GateOutcome>? Gates = null,
    HealExcess? Excess = null,
    ModelSpending? Spending = null);
