namespace TestForge.Pipeline;

/// <summary>What there is to report; null for stages that did not get to run.</summary>
public sealed record ReportInput(
    Guid RunId,
    Uri Target,
    DateTimeOffset StartedAt,
    ArtifactRef? SiteMap,
    ArtifactRef? Plan,
    IReadOnlyList<ArtifactRef> Results,
    IReadOnlyList<HealRecord> Heals,
    bool Interrupted);
