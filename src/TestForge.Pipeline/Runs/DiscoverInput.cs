namespace TestForge.Pipeline;

public sealed record DiscoverInput(Guid RunId, Uri Target, CrawlLimits Limits, ScopeRules Scope, SessionSource Session, int Seed);
