namespace TestForge.Pipeline;

/// <summary>The cases to run.</summary>
/// <param name="CaseIds">In the order in which they are to run.</param>
/// <param name="LeftOut">The others.</param>
/// <param name="Results">Results that say of the others why they are not run.</param>
/// <param name="Marks">What each case and its pages are like now: a map from case to <see cref="CaseMark"/>.</param>
/// <param name="Quarantine">Those of the cases to run whose failures do not count.</param>
/// <param name="Healing">What may be healed in them.</param>
public sealed record SelectOutput(
    IReadOnlyList<string> CaseIds,
    IReadOnlyList<string> LeftOut,
    ArtifactRef Results,
    ArtifactRef Marks,
    IReadOnlyList<QuarantinedCase> Quarantine,
    HealPolicy Healing);
