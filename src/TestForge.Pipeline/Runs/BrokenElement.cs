namespace TestForge.Pipeline;

/// <summary>An element whose locator drifted, the page as it was then, and the cases that broke on it.</summary>
internal sealed record BrokenElement(string ElementId, ArtifactRef PageFacts, IReadOnlyList<string> CaseIds);
