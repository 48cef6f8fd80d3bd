using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

/// <summary>An offer to become a member, taken by whoever has its link, once.</summary>
[Audited]
internal sealed class Invitation : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    [PersonalData(PersonalKind.Contact, "to invite somebody")]
    public required string Email { get; init; }

    public required Role Role { get; init; }

    /// <summary>SHA-256 of the token in the link, in hexadecimal. A new link replaces it.</summary>
    [Masked]
    [NotPersonal("a hash of random bytes")]
    public required string Hash { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset ExpiresAt { get; set; }

    public DateTimeOffset? AcceptedAt { get; set; }

    public DateTimeOffset? RevokedAt { get; set; }

    /// <summary>Counts changes; of two that take one invitation, one does.</summary>
    public int Version { get; set; } = 1;
}
