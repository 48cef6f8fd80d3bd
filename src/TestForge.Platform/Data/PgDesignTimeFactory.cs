using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>For <c>dotnet ef migrations</c>, which connects to nothing.</summary>
internal sealed class PgDesignTimeFactory : IDesignTimeDbContextFactory<PgPlatformDb>
{
    public PgPlatformDb CreateDbContext(string[] args) => Create("Host=127.0.0.1");

    /// <summary>A context for migrations and for the owner of the tables: it has no interceptors, and a tenant only when one is given.</summary>
    public static PgPlatformDb Create(string connection, TenantContext? tenant = null)
    {
        var options = new DbContextOptionsBuilder<PgPlatformDb>();
        PlatformDbOptions.UsePostgreSql(options, connection);
        return new(options.Options, tenant ?? new());
    }
}
