using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <summary>How a member signs in to one tenant with a password. A person who is in two tenants has two, so that neither tenant holds the other's key.</summary>
[Audited]
internal sealed class LocalAccount : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid UserId { get; init; }

    [Masked]
    [NotPersonal("a salted hash")]
    public required string PasswordHash { get; set; }

    public required DateTimeOffset PasswordChangedAt { get; set; }

    /// <summary>Failures since the last success.</summary>
    public int FailedTries { get; set; }

    public DateTimeOffset? LockedUntil { get; set; }

    /// <summary>Secret of the one-time codes, sealed; null when there are none.</summary>
    [Masked]
    [NotPersonal("random bytes, encrypted")]
    public byte[]? TotpSecret { get; set; }

    /// <summary>When the member proved to have the secret; codes are asked for from then on.</summary>
    public DateTimeOffset? TotpConfirmedAt { get; set; }

    /// <summary>The last time step whose code was used. It and those before it are used up.</summary>
    public long TotpLastStep { get; set; }
}
