using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>What the check of a tenant's log found.</summary>
/// <param name="Tenant">Whose log.</param>
/// <param name="Lines">Lines that were read.</param>
/// <param name="Trouble">The first thing that is wrong, or null when nothing is.</param>
public sealed record AuditVerdict(TenantId Tenant, long Lines, string? Trouble);
