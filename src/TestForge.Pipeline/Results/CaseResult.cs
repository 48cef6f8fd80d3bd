namespace TestForge.Pipeline;

/// <summary>A case's verdict and the attempts it rests on.</summary>
public sealed record CaseResult(string CaseId, Verdict Verdict, IReadOnlyList<Attempt> Attempts)
{
    /// <summary>Why it was not run; null when it was.</summary>
    public NotRunReason? NotRunBecause { get; init; }

    /// <summary>What kind of failure all its attempts together show; null when none failed.</summary>
    public Diagnosis? Diagnosis { get; init; }

    /// <summary>Set when failures of the case do not count for now.</summary>
    public Quarantine? Quarantine { get; init; }
}
