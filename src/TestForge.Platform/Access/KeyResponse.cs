namespace TestForge.Platform.Access;

/// <summary>A key as it may be shown.</summary>
internal sealed record KeyResponse(Guid Id, string Name, string Tail, IReadOnlyList<string> Scopes, DateTimeOffset CreatedAt, DateTimeOffset? ExpiresAt, DateTimeOffset? RevokedAt, DateTimeOffset? LastUsedAt);
