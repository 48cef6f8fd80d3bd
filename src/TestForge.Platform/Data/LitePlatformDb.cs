using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>On SQLite, for one machine.</summary>
internal sealed class LitePlatformDb(DbContextOptions<LitePlatformDb> options, TenantContext tenant) : PlatformDb(options, tenant)
{
    public override bool HasRowLevelSecurity => false;

    protected override string JsonColumn => "TEXT";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);

        // SQLite has no type for it, and as text it cannot be compared.
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<DateTimeOffsetToBinaryConverter>();
    }
}
