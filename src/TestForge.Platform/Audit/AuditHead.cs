using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>Where a tenant's audit log ends. Whoever adds to the log locks this row, so that lines follow each other one by one; it also shows when the last lines were cut off.</summary>
internal sealed class AuditHead : ITenantOwned
{
    /// <summary>The same as the tenant's.</summary>
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required long Sequence { get; set; }

    [NotPersonal("a hash")]
    public required string Hash { get; set; }
}
