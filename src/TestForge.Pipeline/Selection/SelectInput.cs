namespace TestForge.Pipeline;

public sealed record SelectInput(Guid RunId, ArtifactRef Plan, ArtifactRef? SiteMap, IReadOnlyList<string> CaseIds, CaseSelection Selection, HealingRules? Healing = null, ArtifactRef? HealMemory = null);
