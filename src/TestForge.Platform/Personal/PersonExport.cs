using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>Writes what is kept of a person into an archive: the person, memberships, keys, and what the audit log says the person did.</summary>
public sealed class PersonExport
{
    private const int Batch = 500;

    private readonly OwnerWork _owner;
    private readonly TimeProvider _clock;

    internal PersonExport(OwnerWork owner, TimeProvider clock) => (_owner, _clock) = (owner, clock);

    /// <exception cref="PersonalException">Nobody has this address.</exception>
    public async Task<IReadOnlyList<ExportFile>> WriteAsync(string email, Stream output, CancellationToken cancellationToken)
    {
        var user = await PersonRows.FindAsync(_owner, email, cancellationToken);
        var (tables, person) = await _owner.WithoutTenantAsync(db => Task.FromResult((PersonRows.Tables(db.Model), db.Model.FindEntityType(typeof(User))!)), cancellationToken);
        using var archive = new ExportArchive(output, _clock.GetUtcNow());
        await archive.AddLinesAsync("rows/users.jsonl", One(RowText.Of(person, user)), cancellationToken);
        foreach (var tenant in await PersonRows.TenantsAsync(_owner, user.Id, cancellationToken))
        {
            foreach (var table in tables)
            {
                var rows = await _owner.OfTenantAsync(tenant, db => RowsAsync(db, table, user.Id, cancellationToken), cancellationToken);
                await archive.AddLinesAsync($"rows/{tenant}/{table.GetTableName()}.jsonl", Many(rows), cancellationToken);
            }

            await archive.AddLinesAsync($"rows/{tenant}/audit_entries.jsonl", DoneAsync(tenant, user.Id, cancellationToken), cancellationToken);
        }

        await archive.FinishAsync("person", user.Id, tables.SelectMany(RowText.Masked), cancellationToken);
        return archive.Files;
    }

    private static Task<IReadOnlyList<string>> RowsAsync(PlatformDb db, IEntityType table, Guid user, CancellationToken cancellationToken) =>
        (Task<IReadOnlyList<string>>)typeof(PersonExport).GetMethod(nameof(LinesAsync), System.Reflection.BindingFlags.Static | System.Reflection.BindingFlags.NonPublic)!.MakeGenericMethod(table.ClrType).Invoke(null, [db, table, user, cancellationToken])!;

    private static async Task<IReadOnlyList<string>> LinesAsync<T>(PlatformDb db, IEntityType table, Guid user, CancellationToken cancellationToken)
        where T : class
    {
        var rows = await db.Set<T>().AsNoTracking().Where(r => EF.Property<Guid?>(r, PersonRows.Column) == user).ToArrayAsync(cancellationToken);
        return [.. rows.Select(r => RowText.Of(table, r))];
    }

    private async IAsyncEnumerable<string> DoneAsync(TenantId tenant, Guid user, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var after = 0L;
        while (true)
        {
            var last = after;
            var (table, lines) = await _owner.OfTenantAsync(
                tenant,
                async db =>
                {
                    var actors = await PersonRows.ActorsAsync(db, user, cancellationToken);
                    return (db.Model.FindEntityType(typeof(AuditEntry))!, await db.AuditEntries.AsNoTracking().Where(e => e.Sequence > last && e.ActorId != null && actors.Contains(e.ActorId.Value)).OrderBy(e => e.Sequence).Take(Batch).ToArrayAsync(cancellationToken));
                },
                cancellationToken);
            foreach (var line in lines)
            {
                yield return RowText.Of(table, line);
            }

            if (lines.Length < Batch)
            {
                yield break;
            }

            after = lines[^1].Sequence;
        }
    }

    private static IAsyncEnumerable<string> One(string line) => Many([line]);

    private static async IAsyncEnumerable<string> Many(IReadOnlyList<string> lines)
    {
        foreach (var line in lines)
        {
            yield return line;
        }

        await Task.CompletedTask;
    }
}
