using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

[Audited]
internal sealed class ApiKey : ITenantOwned
{
    public const int NameLength = 100;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    [PersonalData(PersonalKind.FreeText, "to tell keys apart")]
    public required string Name { get; set; }

    /// <summary>SHA-256 of the key's secret, in hexadecimal. The key itself is not kept.</summary>
    [Masked]
    [NotPersonal("the hash of a random key")]
    public required string Hash { get; init; }

    /// <summary>The end of the key, by which a person tells it from others.</summary>
    [NotPersonal("the end of a random key")]
    public required string Tail { get; init; }

    [NotPersonal("words of ours")]
    public required List<string> Scopes { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    public DateTimeOffset? LastUsedAt { get; set; }

    /// <summary>The member it acts for, and may no more than; null when it is the tenant's.</summary>
    public Guid? UserId { get; init; }

    /// <summary>The key that takes its place; null when it was not rotated.</summary>
    public Guid? ReplacedBy { get; set; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; } = 1;
}
