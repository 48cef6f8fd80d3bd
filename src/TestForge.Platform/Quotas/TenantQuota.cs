using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Quotas;

/// <summary>What the operator has said of one tenant's use. It takes the place of the installation's own number.</summary>
[Audited]
internal sealed class TenantQuota : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required QuotaKind Kind { get; init; }

    /// <summary>The most; null for as much as it likes.</summary>
    public long? Most { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }
}
