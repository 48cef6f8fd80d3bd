namespace TestForge.Pipeline;

/// <summary>A plan made earlier: its site map if it is still there, itself, the cases of it to run, and its TypeScript project for Playwright's own runner.</summary>
public sealed record PlannedRun(ArtifactRef? SiteMap, ArtifactRef Plan, IReadOnlyList<string> CaseIds, ArtifactRef? TypeScript = null);
