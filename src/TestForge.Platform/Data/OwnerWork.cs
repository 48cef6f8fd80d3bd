using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>Units of work with the rights of the tables' owner, for commands of the operator and for nothing that serves. On PostgreSQL it needs the owner's connection.</summary>
internal sealed class OwnerWork(IOptions<DataOptions> options)
{
    /// <summary>Reads and changes rows of one tenant; all of it or nothing.</summary>
    public Task<T> OfTenantAsync<T>(TenantId tenant, Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken) => RunAsync(tenant, work, cancellationToken);

    /// <summary>Reads and changes what is no tenant's.</summary>
    public Task<T> WithoutTenantAsync<T>(Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken) => RunAsync(tenant: null, work, cancellationToken);

    private async Task<T> RunAsync<T>(TenantId? tenant, Func<PlatformDb, Task<T>> work, CancellationToken cancellationToken)
    {
        var context = new TenantContext();
        if (tenant is { } id)
        {
            context.Set(id);
        }

        await using PlatformDb db = options.Value.UsesPostgreSql
            ? PgDesignTimeFactory.Create(options.Value.PostgreSqlOwner ?? options.Value.PostgreSql!, context)
            : LiteDesignTimeFactory.Create(options.Value.SqliteFile, context);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        if (db.HasRowLevelSecurity)
        {
            var text = tenant?.ToString() ?? "";
            await db.Database.ExecuteSqlAsync($"SELECT set_config('app.tenant_id', {text}, true)", cancellationToken);
        }

        var result = await work(db);
        await transaction.CommitAsync(cancellationToken);
        return result;
    }
}
