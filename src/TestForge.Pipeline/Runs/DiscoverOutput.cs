namespace TestForge.Pipeline;

/// <summary>Pages counts those rendered well enough to test; OpenApi describes the calls they made, if they made any.</summary>
public sealed record DiscoverOutput(ArtifactRef SiteMap, int Pages, bool Interrupted, ArtifactRef? OpenApi = null) : IInterruptible;
