using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;

namespace TestForge.Platform.Tenancy;

/// <summary>Which tenants there are. Only the owner of the tables may know that of PostgreSQL; the service itself sees one tenant at a time.</summary>
internal sealed class TenantDirectory(IOptions<DataOptions> options)
{
    public async Task<IReadOnlyList<TenantId>> AllAsync(CancellationToken cancellationToken)
    {
        await using PlatformDb db = options.Value.UsesPostgreSql
            ? PgDesignTimeFactory.Create(options.Value.PostgreSqlOwner ?? options.Value.PostgreSql!)
            : LiteDesignTimeFactory.Create(options.Value.SqliteFile);
        return await db.Tenants.IgnoreQueryFilters().Select(t => t.Id).OrderBy(id => id).ToArrayAsync(cancellationToken);
    }
}
