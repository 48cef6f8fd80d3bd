namespace TestForge.Pipeline;

/// <param name="Roles">Roles to compare, the one of <paramref name="Session"/> first; null or fewer than two means no comparison.</param>
public sealed record DiscoverInput(
    Guid RunId,
    Uri Target,
    CrawlLimits Limits,
    ScopeRules Scope,
    SessionSource Session,
    int Seed,
    IReadOnlyList<RoleSource>? Roles = null);
