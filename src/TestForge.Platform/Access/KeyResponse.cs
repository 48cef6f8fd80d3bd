using System.Linq.Expressions;

namespace TestForge.Platform.Access;

/// <summary>A key as it may be shown. The user is null for a key of the tenant.</summary>
internal sealed record KeyResponse(
    Guid Id,
    string Name,
    string Tail,
    IReadOnlyList<string> Scopes,
    DateTimeOffset CreatedAt,
    DateTimeOffset? ExpiresAt,
    DateTimeOffset? RevokedAt,
    DateTimeOffset? LastUsedAt,
    Guid? UserId,
    Guid? ReplacedBy,
    int Version)
{
    public static readonly Expression<Func<ApiKey, KeyResponse>> Selector =
        k => new(k.Id, k.Name, k.Tail, k.Scopes, k.CreatedAt, k.ExpiresAt, k.RevokedAt, k.LastUsedAt, k.UserId, k.ReplacedBy, k.Version);

    public static KeyResponse Of(ApiKey key) => Compiled(key);

    private static readonly Func<ApiKey, KeyResponse> Compiled = Selector.Compile();
}
