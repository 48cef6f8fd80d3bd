using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

/// <summary>How long a tenant's data are kept, in days. What a tenant leaves open the operator's settings say.</summary>
[Audited]
internal sealed class RetentionPolicy : ITenantOwned
{
    /// <summary>The same as the tenant's.</summary>
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>Runs that have ended, with their cases, attempts, heals and artifacts.</summary>
    public int? RunDays { get; set; }

    /// <summary>Events of runs that have ended, when they are to go before the run does.</summary>
    public int? EventDays { get; set; }

    public int? AuditDays { get; set; }

    /// <summary>Deliveries that have ended, and the attempts at them.</summary>
    public int? DeliveryDays { get; set; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; } = 1;
}
