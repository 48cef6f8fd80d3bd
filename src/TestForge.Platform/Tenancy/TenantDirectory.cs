using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;

namespace TestForge.Platform.Tenancy;

/// <summary>Which tenants there are. Only the owner of the tables may know that of PostgreSQL; the service itself sees one tenant at a time.</summary>
internal sealed class TenantDirectory(IOptions<DataOptions> options)
{
    public async Task<IReadOnlyList<TenantId>> AllAsync(CancellationToken cancellationToken) => [.. (await ListAsync(cancellationToken)).Select(t => t.Id)];

    /// <summary>Ids, and when the tenants were made.</summary>
    public async Task<IReadOnlyList<(TenantId Id, DateTimeOffset CreatedAt)>> ListAsync(CancellationToken cancellationToken)
    {
        await using PlatformDb db = options.Value.UsesPostgreSql
            ? PgDesignTimeFactory.Create(options.Value.PostgreSqlOwner ?? options.Value.PostgreSql!)
            : LiteDesignTimeFactory.Create(options.Value.SqliteFile);
        var tenants = await db.Tenants.IgnoreQueryFilters().OrderBy(t => t.Id).Select(t => new { t.Id, t.CreatedAt }).ToArrayAsync(cancellationToken);
        return [.. tenants.Select(t => (t.Id, t.CreatedAt))];
    }
}
