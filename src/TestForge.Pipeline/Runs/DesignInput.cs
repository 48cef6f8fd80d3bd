namespace TestForge.Pipeline;

public sealed record DesignInput(Guid RunId, ArtifactRef SiteMap, SessionSource Session, int MaxTests, int Seed, bool AllowDestructive);
