namespace TestForge.Pipeline;

public sealed record HealInput(Guid RunId, ArtifactRef Plan, string ElementId, ArtifactRef PageFacts, IReadOnlyList<string> CaseIds);
