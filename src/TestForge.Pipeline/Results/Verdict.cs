namespace TestForge.Pipeline;

/// <summary>What is said of a case in the end.</summary>
public enum Verdict
{
    /// <summary>Passed at the first attempt.</summary>
    Passed,

    /// <summary>Failed at least once and passed on an isolated retry.</summary>
    Flaky,

    /// <summary>Passed with a healed locator, and with nothing else changed.</summary>
    Healed,

    Failed,

    /// <summary>Not run; <see cref="CaseResult.NotRunBecause"/> says why.</summary>
    NotRun,

    /// <summary>Failed, which was known and does not fail the run for now.</summary>
    Quarantined,
}
