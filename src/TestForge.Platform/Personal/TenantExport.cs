using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>Writes all that is of a tenant into one archive: rows of every table as JSON lines, files decrypted, and a manifest with their hashes.</summary>
public sealed class TenantExport
{
    private const int Batch = 500;

    private readonly OwnerWork _owner;
    private readonly ITenantFiles _files;
    private readonly TimeProvider _clock;

    internal TenantExport(OwnerWork owner, ITenantFiles files, TimeProvider clock) => (_owner, _files, _clock) = (owner, files, clock);

    /// <param name="tenant">Whose data.</param>
    /// <param name="output">A zip is written there.</param>
    /// <param name="cancellationToken">Ends it; what was written is no whole archive then.</param>
    /// <exception cref="PersonalException">There is no such tenant.</exception>
    public async Task<IReadOnlyList<ExportFile>> WriteAsync(TenantId tenant, Stream output, CancellationToken cancellationToken)
    {
        var tables = await _owner.OfTenantAsync(tenant, async db => await db.Tenants.AnyAsync(cancellationToken) ? TenantTables.ChildrenFirst(db.Model).Append(db.Model.FindEntityType(typeof(User))!).OrderBy(e => e.GetTableName(), StringComparer.Ordinal).ToArray() : null, cancellationToken)
            ?? throw new PersonalException("tenants.not_found", $"There is no tenant {tenant}. See 'testforge-server tenants list'.");
        using var archive = new ExportArchive(output, _clock.GetUtcNow());
        foreach (var table in tables)
        {
            var lines = (IAsyncEnumerable<string>)GetType().GetMethod(nameof(LinesAsync), System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic)!
                .MakeGenericMethod(table.ClrType).Invoke(this, [tenant, table, cancellationToken])!;
            await archive.AddLinesAsync($"rows/{table.GetTableName()}.jsonl", lines, cancellationToken);
        }

        foreach (var file in _files.FilesOf(tenant))
        {
            await archive.AddFileAsync($"files/{file.Name}", file, cancellationToken);
        }

        await archive.FinishAsync("tenant", tenant.Value, tables.SelectMany(RowText.Masked), cancellationToken);
        return archive.Files;
    }

    private async IAsyncEnumerable<string> LinesAsync<T>(TenantId tenant, IEntityType table, [EnumeratorCancellation] CancellationToken cancellationToken)
        where T : class
    {
        var after = Guid.Empty;
        while (true)
        {
            var last = after;
            var rows = await _owner.OfTenantAsync(tenant, db => PageOf<T>(db, tenant, last).ToArrayAsync(cancellationToken), cancellationToken);
            foreach (var row in rows)
            {
                yield return RowText.Of(table, row);
            }

            if (rows.Length < Batch)
            {
                yield break;
            }

            after = (Guid)table.FindProperty("Id")!.PropertyInfo!.GetValue(rows[^1])!;
        }
    }

    // The filters fence what is a tenant's; the list of work is everybody's.
    private static IQueryable<T> PageOf<T>(PlatformDb db, TenantId tenant, Guid after)
        where T : class
    {
        var rows = db.Set<T>().AsNoTracking();
        if (typeof(T) == typeof(Tenant))
        {
            return rows;
        }

        var owner = PlatformDb.Shared.Contains(typeof(T)) ? TenantTables.Owner(db.Model.FindEntityType(typeof(T))!).Name : null;
        rows = owner is null ? rows : rows.Where(r => EF.Property<TenantId>(r, owner) == tenant);
        return rows.Where(r => EF.Property<Guid>(r, "Id") > after).OrderBy(r => EF.Property<Guid>(r, "Id")).Take(Batch);
    }
}
