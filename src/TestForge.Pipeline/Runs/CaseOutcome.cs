namespace TestForge.Pipeline;

/// <summary>A case's verdict, and the element whose locator broke it when that is what failed.</summary>
public sealed record CaseOutcome(string CaseId, Verdict Verdict, string? BrokenElementId = null, ArtifactRef? PageFacts = null);
