using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>A domain of e-mail addresses that a tenant says is its own, and has shown by a record in it once it is verified.</summary>
[Audited]
internal sealed class TenantDomain : ITenantOwned
{
    public const int NameLength = 253;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    [NotPersonal("the name of a domain")]
    public required string Name { get; init; }

    /// <summary>What the record has to say. No secret: it is published.</summary>
    [NotPersonal("random bytes")]
    public required string Challenge { get; init; }

    public DateTimeOffset? VerifiedAt { get; set; }

    /// <summary>Where members with such an address sign in; null: nowhere else than here.</summary>
    public Guid? ProviderId { get; set; }

    /// <summary>Whether they may sign in only there.</summary>
    public bool Enforced { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Counts changes.</summary>
    public int Version { get; set; } = 1;
}
