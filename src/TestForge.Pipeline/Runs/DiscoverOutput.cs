namespace TestForge.Pipeline;

/// <summary>Pages counts those rendered well enough to test.</summary>
public sealed record DiscoverOutput(ArtifactRef SiteMap, int Pages, bool Interrupted) : IInterruptible;
