using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.ValueGeneration;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>The tenant of the unit of work, for rows that a library makes.</summary>
internal sealed class CurrentTenantGenerator : ValueGenerator<TenantId>
{
    public override bool GeneratesTemporaryValues => false;

    public override TenantId Next(EntityEntry entry) => ((PlatformDb)entry.Context).CurrentTenant;
}
