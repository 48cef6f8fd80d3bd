using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Work;

/// <summary>Background work of all tenants, given out in turns: a tenant that asks for much waits behind its own work and not others behind it.</summary>
internal sealed class WorkQueue(TenantWork work, WorkSignals signals, WorkHealth health, TimeProvider clock)
{
    /// <summary>How long work is somebody's without a word from them.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(30);

    private const int Candidates = 8;

    public WorkSignals Signals => signals;

    public WorkHealth Health => health;

    /// <summary>Adds work, to be done once the caller's transaction is committed.</summary>
    public static async Task AddAsync(PlatformDb db, string kind, TenantId tenant, Guid subject, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var items = db.WorkItems.Where(w => w.Kind == kind);
        var own = await items.Where(w => w.TenantId == tenant).MaxAsync(w => (long?)w.Turn, cancellationToken) ?? 0;

        // Who comes late begins where the others are, and not at the turns that are long past.
        var reached = await items.Where(w => w.LeasedBy != null).MaxAsync(w => (long?)w.Turn, cancellationToken)
            ?? await items.MinAsync(w => (long?)w.Turn, cancellationToken) - 1
            ?? 0;
        db.WorkItems.Add(new() { Id = Guid.CreateVersion7(now), Kind = kind, TenantId = tenant, SubjectId = subject, Turn = Math.Max(own, reached) + 1, DueAt = now });
        db.AddedWork.Add(kind);
    }

    /// <summary>When the next piece of work is due or given up by whoever has it; null when there is none.</summary>
    public Task<DateTimeOffset?> NextAsync(string kind, CancellationToken cancellationToken) => work.SharedAsync(
        async db =>
        {
            var items = db.WorkItems.AsNoTracking().Where(w => w.Kind == kind);
            var due = await items.Where(w => w.LeasedUntil == null).MinAsync(w => (DateTimeOffset?)w.DueAt, cancellationToken);
            var free = await items.Where(w => w.LeasedUntil != null).MinAsync(w => w.LeasedUntil, cancellationToken);
            return due is null || free < due ? free : due;
        },
        cancellationToken);

    /// <summary>Takes the next piece of work, or null when there is none.</summary>
    /// <param name="kind">Kind of work.</param>
    /// <param name="owner">Who takes it.</param>
    /// <param name="perTenant">Most pieces of one tenant at the same time.</param>
    /// <param name="cancellationToken">Stops looking.</param>
    public Task<WorkItem?> ClaimAsync(string kind, Guid owner, int perTenant, CancellationToken cancellationToken) => work.SharedAsync(
        async db =>
        {
            var now = clock.GetUtcNow();
            var items = db.WorkItems.AsNoTracking().Where(w => w.Kind == kind);
            var busy = items.Where(w => w.LeasedUntil > now).GroupBy(w => w.TenantId).Where(g => g.Count() >= perTenant).Select(g => g.Key);
            var candidates = await items
                .Where(w => w.DueAt <= now && (w.LeasedUntil == null || w.LeasedUntil <= now) && !busy.Contains(w.TenantId))
                .OrderBy(w => w.Turn).ThenBy(w => w.Id)
                .Take(Candidates)
                .ToArrayAsync(cancellationToken);
            foreach (var item in candidates)
            {
                // Another may have taken it since it was read; the condition lets one of both have it.
                var taken = await db.WorkItems
                    .Where(w => w.Id == item.Id && (w.LeasedUntil == null || w.LeasedUntil <= now))
                    .ExecuteUpdateAsync(s => s.SetProperty(w => w.LeasedBy, owner).SetProperty(w => w.LeasedUntil, now + Lease).SetProperty(w => w.Attempts, w => w.Attempts + 1), cancellationToken);
                if (taken == 1)
                {
                    item.Attempts++;
                    return item;
                }
            }

            return null;
        },
        cancellationToken);

    /// <summary>Keeps work. Returns false when it is no longer the owner's.</summary>
    public Task<bool> RenewAsync(Guid id, Guid owner, CancellationToken cancellationToken) => work.SharedAsync(
        async db =>
        {
            var until = clock.GetUtcNow() + Lease;
            return await db.WorkItems.Where(w => w.Id == id && w.LeasedBy == owner).ExecuteUpdateAsync(s => s.SetProperty(w => w.LeasedUntil, until), cancellationToken) == 1;
        },
        cancellationToken);

    /// <summary>Gives work back, for another to take at once. It does not count as begun.</summary>
    public Task<int> ReleaseAsync(Guid id, Guid owner, CancellationToken cancellationToken) => work.SharedAsync(
        db => db.WorkItems.Where(w => w.Id == id && w.LeasedBy == owner)
            .ExecuteUpdateAsync(s => s.SetProperty(w => w.LeasedBy, (Guid?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null).SetProperty(w => w.Attempts, w => w.Attempts - 1), cancellationToken),
        cancellationToken);

    /// <summary>Gives back all work that is in somebody's hands. Only for the one process of an installation, at its start.</summary>
    public Task<int> ReleaseAllAsync(CancellationToken cancellationToken) => work.SharedAsync(
        db => db.WorkItems.Where(w => w.LeasedBy != null).ExecuteUpdateAsync(s => s.SetProperty(w => w.LeasedBy, (Guid?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null), cancellationToken),
        cancellationToken);

    /// <summary>Says that there is something new of a subject, with the caller's transaction.</summary>
    public static Task<int> SignalAsync(PlatformDb db, string kind, Guid subject, long signal, CancellationToken cancellationToken) =>
        db.WorkItems.Where(w => w.Kind == kind && w.SubjectId == subject).ExecuteUpdateAsync(s => s.SetProperty(w => w.Signal, signal), cancellationToken);

    /// <summary>Gives work back until later, with the caller's transaction.</summary>
    public static Task<int> PostponeAsync(PlatformDb db, Guid id, DateTimeOffset until, CancellationToken cancellationToken) => db.WorkItems.Where(w => w.Id == id)
        .ExecuteUpdateAsync(s => s.SetProperty(w => w.LeasedBy, (Guid?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null).SetProperty(w => w.DueAt, until), cancellationToken);

    /// <summary>Gives work back until later and behind the work of other tenants, with the caller's transaction.</summary>
    public static async Task<int> RepeatAsync(PlatformDb db, string kind, Guid id, DateTimeOffset next, CancellationToken cancellationToken)
    {
        var last = await db.WorkItems.Where(w => w.Kind == kind).MaxAsync(w => (long?)w.Turn, cancellationToken) ?? 0;
        return await db.WorkItems.Where(w => w.Id == id).ExecuteUpdateAsync(
            s => s.SetProperty(w => w.LeasedBy, (Guid?)null).SetProperty(w => w.LeasedUntil, (DateTimeOffset?)null).SetProperty(w => w.DueAt, next).SetProperty(w => w.Turn, last + 1).SetProperty(w => w.Attempts, 0),
            cancellationToken);
    }

    /// <summary>Strikes work off, with the caller's transaction.</summary>
    public static Task<int> CompleteAsync(PlatformDb db, Guid id, CancellationToken cancellationToken) => db.WorkItems.Where(w => w.Id == id).ExecuteDeleteAsync(cancellationToken);
}
