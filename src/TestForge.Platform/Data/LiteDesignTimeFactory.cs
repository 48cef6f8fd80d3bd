using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>For <c>dotnet ef migrations</c>, which opens nothing.</summary>
internal sealed class LiteDesignTimeFactory : IDesignTimeDbContextFactory<LitePlatformDb>
{
    public LitePlatformDb CreateDbContext(string[] args) => Create("design.db");

    /// <summary>A context for migrations and for the owner of the tables: it has no interceptors, and a tenant only when one is given.</summary>
    public static LitePlatformDb Create(string file, TenantContext? tenant = null)
    {
        var options = new DbContextOptionsBuilder<LitePlatformDb>();
        PlatformDbOptions.UseSqlite(options, file);
        return new(options.Options, tenant ?? new());
    }
}
