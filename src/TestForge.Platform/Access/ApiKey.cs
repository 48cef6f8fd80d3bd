using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

[Audited]
internal sealed class ApiKey : ITenantOwned
{
    public const int NameLength = 100;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required string Name { get; set; }

    /// <summary>SHA-256 of the key's secret, in hexadecimal. The key itself is not kept.</summary>
    [Masked]
    public required string Hash { get; init; }

    /// <summary>The end of the key, by which a person tells it from others.</summary>
    public required string Tail { get; init; }

    public required List<string> Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; init; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>The member it acts for, or null when it was made for a program.</summary>
    public Guid? UserId { get; init; }
}
