using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>Removes all that is of a tenant: rows of every table, files, keys. May be ended in the middle and begun again.</summary>
public sealed class TenantErasure
{
    private const int Batch = 5_000;

    // Longer than a server takes to notice that a run is no longer its own.
    private static readonly TimeSpan Settle = TimeSpan.FromSeconds(12);

    private readonly OwnerWork _owner;
    private readonly ITenantFiles _files;
    private readonly IKeyEncryption _installation;
    private readonly TimeProvider _clock;

    internal TenantErasure(OwnerWork owner, ITenantFiles files, IKeyEncryption installation, TimeProvider clock) => (_owner, _files, _installation, _clock) = (owner, files, installation, clock);

    /// <summary>How many rows and files there are. Changes nothing.</summary>
    /// <exception cref="PersonalException">There is no such tenant.</exception>
    public async Task<IReadOnlyList<(string Name, long Count)>> CountAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await CheckAsync(tenant, cancellationToken);
        var counts = await CountsAsync(tenant, cancellationToken);
        return [.. counts, ("files", _files.FilesOf(tenant).Count)];
    }

    /// <summary>Erases the tenant and returns the proof, which holds once the tables and the folder were read again and are empty.</summary>
    /// <exception cref="PersonalException">There is no such tenant, or something of it is still there.</exception>
    public async Task<ErasureProof> EraseAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        await CheckAsync(tenant, cancellationToken);
        var began = _clock.GetUtcNow();
        var before = await CountsAsync(tenant, cancellationToken);
        if (await StopAsync(tenant, cancellationToken))
        {
            await Task.Delay(Settle, _clock, cancellationToken);
        }

        var (files, keys, audit) = (_files.FilesOf(tenant).Count, await KeysAsync(tenant, cancellationToken), await AuditEndAsync(tenant, cancellationToken));
        await _files.RemoveAsync(tenant, cancellationToken);
        foreach (var name in (await TablesAsync(tenant, cancellationToken)).Where(n => n is not ("memberships" or "tenants")))
        {
            await ClearAsync(tenant, name, cancellationToken);
        }

        // Last of all, and together: who is a member says which people are to go, and the tenant's row is what everything refers to.
        await _owner.OfTenantAsync(
            tenant,
            async db =>
            {
                var alone = await db.Users.Where(u => !db.Memberships.IgnoreQueryFilters().Any(m => m.UserId == u.Id && m.TenantId != tenant)).Select(u => u.Id).ToArrayAsync(cancellationToken);
                await db.Set<UserAddress>().Where(a => alone.Contains(a.UserId)).ExecuteDeleteAsync(cancellationToken);
                await db.Users.Where(u => alone.Contains(u.Id)).ExecuteDeleteAsync(cancellationToken);
                await db.Memberships.ExecuteDeleteAsync(cancellationToken);
                await db.WorkItems.Where(w => w.TenantId == tenant).ExecuteDeleteAsync(cancellationToken);
                return await db.Tenants.ExecuteDeleteAsync(cancellationToken);
            },
            cancellationToken);
        await _files.RemoveAsync(tenant, cancellationToken);
        var proof = await ProofAsync(tenant, before, files, cancellationToken);
        return await (proof with { BeganAt = began, EndedAt = _clock.GetUtcNow(), DestroyedKeys = keys, Audit = audit }).SealAsync(_installation, cancellationToken);
    }

    /// <summary>What keeps a proof from holding, read anew, or null.</summary>
    public async Task<string?> WhyNotAsync(ErasureProof proof, CancellationToken cancellationToken)
    {
        var tenant = new TenantId(proof.Id);
        return await proof.WhyNotAsync(_installation, cancellationToken)
            ?? (await CountsAsync(tenant, cancellationToken)).Where(c => c.Count > 0).Select(c => $"{c.Name} has {c.Count} rows of the tenant.").FirstOrDefault()
            ?? (_files.FilesOf(tenant).Count is var left and > 0 ? $"There are {left} files of the tenant." : null);
    }

    /// <summary>Lets nobody in any more and takes the work away. Returns whether somebody was at work.</summary>
    private Task<bool> StopAsync(TenantId tenant, CancellationToken cancellationToken) => _owner.OfTenantAsync(
        tenant,
        async db =>
        {
            await db.ApiKeys.ExecuteUpdateAsync(s => s.SetProperty(k => k.RevokedAt, _clock.GetUtcNow()), cancellationToken);
            var busy = await db.WorkItems.AnyAsync(w => w.TenantId == tenant && w.LeasedBy != null, cancellationToken);
            await db.WorkItems.Where(w => w.TenantId == tenant).ExecuteDeleteAsync(cancellationToken);
            return busy;
        },
        cancellationToken);

    private async Task ClearAsync(TenantId tenant, string table, CancellationToken cancellationToken)
    {
        var removed = Batch;
        while (removed == Batch)
        {
            removed = await _owner.OfTenantAsync(tenant, db => TenantTables.RemoveAsync(db, TenantTables.ChildrenFirst(db.Model).Single(e => e.GetTableName() == table), tenant, Batch, cancellationToken), cancellationToken);
        }
    }

    private async Task<ErasureProof> ProofAsync(TenantId tenant, IReadOnlyList<(string Name, long Count)> before, int files, CancellationToken cancellationToken)
    {
        var after = await CountsAsync(tenant, cancellationToken);
        var left = _files.FilesOf(tenant).Count;
        if (after.FirstOrDefault(c => c.Count > 0) is { Name: { } name, Count: var rows })
        {
            throw new PersonalException("tenants.not_erased", $"{name} still has {rows} rows of the tenant: something was at work for it. Erase it again.");
        }

        return left > 0 ? throw new PersonalException("tenants.not_erased", $"There are still {left} files of the tenant. Erase it again.") : new()
        {
            What = "tenant",
            Id = tenant.Value,
            BeganAt = default,
            EndedAt = default,
            Tables = [.. before.Zip(after, (b, a) => new ErasureProof.Count(b.Name, b.Count, a.Count))],
            Files = new("files", files, left),
            NotReached =
            [
                "backups of the database and of folders, until they have aged; secrets and artifacts in them cannot be decrypted any more",
                "answers of the language model in its cache, which hold no name of the tenant, until they have aged",
                "logs of the servers, and what was sent to receivers before",
            ],
        };
    }

    private Task<string[]> TablesAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _owner.OfTenantAsync(tenant, db => Task.FromResult(TenantTables.ChildrenFirst(db.Model).Select(e => e.GetTableName()!).ToArray()), cancellationToken);

    private Task<IReadOnlyList<(string Name, long Count)>> CountsAsync(TenantId tenant, CancellationToken cancellationToken) => _owner.OfTenantAsync<IReadOnlyList<(string, long)>>(
        tenant,
        async db =>
        {
            var counts = new List<(string, long)>();
            foreach (var entity in TenantTables.ChildrenFirst(db.Model).OrderBy(e => e.GetTableName(), StringComparer.Ordinal))
            {
                counts.Add((entity.GetTableName()!, await TenantTables.CountAsync(db, entity, tenant, cancellationToken)));
            }

            counts.Add(("users", await db.Users.CountAsync(cancellationToken)));
            return counts;
        },
        cancellationToken);

    private Task<Guid[]> KeysAsync(TenantId tenant, CancellationToken cancellationToken) => _owner.OfTenantAsync(tenant, db => db.DataKeys.OrderBy(k => k.Id).Select(k => k.Id).ToArrayAsync(cancellationToken), cancellationToken);

    private Task<ErasureProof.AuditEnd?> AuditEndAsync(TenantId tenant, CancellationToken cancellationToken) =>
        _owner.OfTenantAsync(tenant, db => db.AuditHeads.Select(h => new ErasureProof.AuditEnd(h.Sequence, h.Hash)).SingleOrDefaultAsync(cancellationToken), cancellationToken);

    // Work that was added in the last moment, or files, may be left of a tenant whose row is gone.
    private async Task CheckAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        if (_files.FilesOf(tenant).Count == 0 && !(await CountsAsync(tenant, cancellationToken)).Any(c => c.Count > 0))
        {
            throw new PersonalException("tenants.not_found", $"There is no tenant {tenant}. See 'testforge-server tenants list'.");
        }
    }
}
