using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>Adds lines to the log of a tenant, in the transaction of what they tell of.</summary>
internal static class AuditLog
{
    /// <summary>Adds what the unit of work has changed. The last thing before the commit, since the tenant's other writers wait from here on.</summary>
    public static async Task AppendAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        if (db.Audit.Take() is not { Count: > 0 } changes)
        {
            return;
        }

        var (head, hash) = await LockAsync(db, db.CurrentTenant, changes.Count, cancellationToken);
        var at = DateTimeOffset.FromUnixTimeMilliseconds(db.Audit.At.ToUnixTimeMilliseconds());
        var sequence = head - changes.Count;
        foreach (var change in changes)
        {
            sequence++;
            var entry = EntryOf(change, db.Audit, db.CurrentTenant, sequence, at, hash);
            hash = entry.Hash;
            db.AuditEntries.Add(entry);
        }

        await db.SaveChangesAsync(cancellationToken);
        await db.AuditHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Hash, hash), cancellationToken);
    }

    // The change of the row is what keeps others out until the commit.
    private static async Task<(long Sequence, string Hash)> LockAsync(PlatformDb db, TenantId tenant, int lines, CancellationToken cancellationToken)
    {
        if (await AdvanceAsync() == 0)
        {
            await db.Database.ExecuteSqlAsync($"INSERT INTO audit_heads (id, tenant_id, sequence, hash) VALUES ({tenant.Value}, {tenant.Value}, 0, {AuditHash.Start}) ON CONFLICT DO NOTHING", cancellationToken);
            await AdvanceAsync();
        }

        var head = await db.AuditHeads.AsNoTracking().SingleAsync(cancellationToken);
        return (head.Sequence, head.Hash);

        Task<int> AdvanceAsync() => db.AuditHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence + lines), cancellationToken);
    }

    private static AuditEntry EntryOf(AuditChange change, AuditTrail trail, TenantId tenant, long sequence, DateTimeOffset at, string previous)
    {
        var address = trail.Actor.Address;
        var salt = address is null ? null : Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        var entry = new AuditEntry
        {
            Id = Guid.CreateVersion7(at),
            TenantId = tenant,
            Sequence = sequence,
            At = at,
            Action = trail.Action!,
            ActorKind = trail.Actor.Kind,
            ActorId = trail.Actor.Id,
            Address = address,
            AddressSalt = salt,
            AddressDigest = address is null ? null : AuditHash.DigestOf(salt!, address),
            TraceId = trail.Actor.TraceId,
            Subject = change.Subject,
            SubjectId = change.SubjectId,
            Before = change.Before,
            After = change.After,
            PreviousHash = previous,
            Hash = "",
        };
        return entry with { Hash = AuditHash.Of(entry) };
    }
}
