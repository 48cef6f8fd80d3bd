using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

/// <summary>Stands in for a one-time code, once, when the device that makes them is lost.</summary>
internal sealed class RecoveryCode : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid AccountId { get; init; }

    /// <summary>SHA-256 of the code, in hexadecimal. Eighty random bits cannot be guessed, so a fast hash is enough.</summary>
    [NotPersonal("a hash of random bytes")]
    public required string Hash { get; init; }

    public DateTimeOffset? UsedAt { get; set; }
}
