namespace TestForge.Pipeline;

/// <summary>What there is to report; null for stages that did not get to run.</summary>
/// <param name="Exports">Formats to write beside those that always are, by <see cref="ReportFormats"/>.</param>
/// <param name="Gates">Rules of the quality gate, as <see cref="GateRule"/> reads them.</param>
/// <param name="Excess">Set when more was healed than may be, which fails the run.</param>
public sealed record ReportInput(
    Guid RunId,
    Uri Target,
    DateTimeOffset StartedAt,
    ArtifactRef? SiteMap,
    ArtifactRef? Plan,
    IReadOnlyList<ArtifactRef> Results,
    IReadOnlyList<HealRecord> Heals,
    bool Interrupted,
    IReadOnlyList<string>? Exports = null,
    IReadOnlyList<string>? Gates = null,
    HealExcess? Excess = null);
