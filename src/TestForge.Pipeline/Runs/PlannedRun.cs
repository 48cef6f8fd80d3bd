namespace TestForge.Pipeline;

/// <summary>A plan made earlier: its site map if it is still there, itself, and the cases of it to run.</summary>
public sealed record PlannedRun(ArtifactRef? SiteMap, ArtifactRef Plan, IReadOnlyList<string> CaseIds);
