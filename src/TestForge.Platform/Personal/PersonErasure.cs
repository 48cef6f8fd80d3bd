using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>
/// Removes a person: the row with name and address, memberships, keys and whatever else is the person's own. Lines of the audit log stay, with an id
/// that leads nowhere any more and without the network address; their hashes stay right. See docs/adr/0061.
/// </summary>
public sealed class PersonErasure
{
    private readonly OwnerWork _owner;
    private readonly IKeyEncryption _installation;
    private readonly TimeProvider _clock;

    internal PersonErasure(OwnerWork owner, IKeyEncryption installation, TimeProvider clock) => (_owner, _installation, _clock) = (owner, installation, clock);

    /// <exception cref="PersonalException">Nobody has this address, or a tenant would be left without an owner.</exception>
    public async Task<ErasureProof> EraseAsync(string email, CancellationToken cancellationToken)
    {
        var user = await PersonRows.FindAsync(_owner, email, cancellationToken);
        var began = _clock.GetUtcNow();
        var tenants = await PersonRows.TenantsAsync(_owner, user.Id, cancellationToken);
        foreach (var tenant in tenants)
        {
            await CheckOwnerAsync(tenant, user.Id, cancellationToken);
        }

        var counts = new SortedDictionary<string, (long Before, long After)>(StringComparer.Ordinal);
        foreach (var tenant in tenants)
        {
            await EraseAsync(tenant, user.Id, counts, cancellationToken);
        }

        await RemoveAsync(user, tenants, counts, cancellationToken);
        var proof = new ErasureProof
        {
            What = "person",
            Id = user.Id,
            BeganAt = began,
            EndedAt = _clock.GetUtcNow(),
            Tables = [.. counts.Select(c => new ErasureProof.Count(c.Key, c.Value.Before, c.Value.After))],
            NotReached =
            [
                "words about the person that others wrote, such as names of projects, and what applications under test showed",
                "backups until they have aged, and logs of the servers",
            ],
        };
        return await proof.SealAsync(_installation, cancellationToken);
    }

    private async Task EraseAsync(TenantId tenant, Guid user, SortedDictionary<string, (long Before, long After)> counts, CancellationToken cancellationToken) => await _owner.OfTenantAsync(
        tenant,
        async db =>
        {
            var actors = await PersonRows.ActorsAsync(db, user, cancellationToken);
            var addresses = db.AuditEntries.Where(e => e.ActorId != null && actors.Contains(e.ActorId.Value) && e.Address != null);

            // Without the salt nobody gets from the digest, which the hash holds, to the address.
            Note("audit_entries.address", await addresses.ExecuteUpdateAsync(s => s.SetProperty(e => e.Address, e => e.AddressDigest == null ? e.Address : null).SetProperty(e => e.AddressSalt, (string?)null), cancellationToken), await addresses.CountAsync(cancellationToken));
            foreach (var table in PersonRows.Tables(db.Model).Where(t => t.ClrType != typeof(Membership)))
            {
                Note(table.GetTableName()!, await LetGoAsync(db, table, user, cancellationToken), await CountAsync(db, table, user, cancellationToken));
            }

            return 0;

            void Note(string name, long before, long after)
            {
                var known = counts.GetValueOrDefault(name);
                counts[name] = (known.Before + before, known.After + after);
            }
        },
        cancellationToken);

    // The last one: memberships go with the person, and with them whatever else was the person's.
    private async Task RemoveAsync(User user, TenantId[] tenants, SortedDictionary<string, (long Before, long After)> counts, CancellationToken cancellationToken)
    {
        await _owner.WithoutTenantAsync(db => db.Set<UserAddress>().Where(a => a.UserId == user.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        await _owner.WithoutTenantAsync(db => db.Users.IgnoreQueryFilters().Where(u => u.Id == user.Id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
        var left = await _owner.WithoutTenantAsync(async db => (Users: await db.Users.IgnoreQueryFilters().CountAsync(u => u.Id == user.Id, cancellationToken), Memberships: await db.Memberships.IgnoreQueryFilters().CountAsync(m => m.UserId == user.Id, cancellationToken)), cancellationToken);
        counts["users"] = (1, left.Users);
        counts["memberships"] = (tenants.Length, left.Memberships);
        if (left is not (0, 0))
        {
            throw new PersonalException("persons.not_erased", "The person is still there: something was written while it was erased. Erase it again.");
        }
    }

    private static Task<int> LetGoAsync(PlatformDb db, IEntityType table, Guid user, CancellationToken cancellationToken)
    {
        // Names come from the model.
        var (name, column) = (table.GetTableName(), table.FindProperty(PersonRows.Column)!.GetColumnName());
        var sql = $"{(PersonRows.GoesToo(table) ? $"DELETE FROM \"{name}\"" : $"UPDATE \"{name}\" SET \"{column}\" = NULL")} WHERE \"{column}\" = {{0}}{OfTenant(table)}";
        return db.Database.ExecuteSqlRawAsync(sql, [user, db.CurrentTenant.Value], cancellationToken);
    }

    private static Task<long> CountAsync(PlatformDb db, IEntityType table, Guid user, CancellationToken cancellationToken)
    {
        var sql = $"SELECT count(*) AS \"Value\" FROM \"{table.GetTableName()}\" WHERE \"{table.FindProperty(PersonRows.Column)!.GetColumnName()}\" = {{0}}{OfTenant(table)}";
        return db.Database.SqlQueryRaw<long>(sql, user, db.CurrentTenant.Value).SingleAsync(cancellationToken);
    }

    private static string OfTenant(IEntityType table) => typeof(ITenantOwned).IsAssignableFrom(table.ClrType) ? " AND \"tenant_id\" = {1}" : "";

    private async Task CheckOwnerAsync(TenantId tenant, Guid user, CancellationToken cancellationToken)
    {
        var owners = await _owner.OfTenantAsync(tenant, db => db.Memberships.Where(m => m.Role == Role.Owner).Select(m => m.UserId).ToArrayAsync(cancellationToken), cancellationToken);
        if (owners is [var only] && only == user)
        {
            throw new PersonalException("persons.only_owner", $"The person is the only owner of the tenant {tenant}. Make another member an owner, or erase the tenant first.");
        }
    }
}
