using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>On PostgreSQL.</summary>
internal sealed class PgPlatformDb : PlatformDb
{
    public PgPlatformDb(DbContextOptions<PgPlatformDb> options, TenantContext tenant)
        : base(options, tenant) =>
        // One row is otherwise saved without a transaction, and so without a tenant.
        Database.AutoTransactionBehavior = AutoTransactionBehavior.Always;

    public override bool HasRowLevelSecurity => true;

    protected override string JsonColumn => "jsonb";
}
