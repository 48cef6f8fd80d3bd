using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

/// <summary>Removes the events of runs that have ended, and notes in the run that they are gone.</summary>
internal sealed class EventsRule(TenantWork work) : IRetentionRule
{
    private const int Batch = 1_000;

    public string Name => "events";

    public Task<int> RemoveAsync(TenantId tenant, RetentionTimes times, CancellationToken cancellationToken) => work.WriteAsync(
        tenant,
        async db =>
        {
            var floor = IdTimes.Floor(times.Events);
            var run = await db.Runs.AsNoTracking().Where(r => r.Id < floor && r.FinishedAt < times.Events && r.EventsRemovedAt == null).OrderBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
            if (run is null)
            {
                return 0;
            }

            var ids = await db.RunEvents.Where(e => e.RunId == run).OrderBy(e => e.Number).Take(Batch).Select(e => e.Id).ToArrayAsync(cancellationToken);
            await db.RunEvents.Where(e => ids.Contains(e.Id)).ExecuteDeleteAsync(cancellationToken);
            if (ids.Length < Batch)
            {
                await db.Runs.Where(r => r.Id == run).ExecuteUpdateAsync(s => s.SetProperty(r => r.EventsRemovedAt, times.Now), cancellationToken);
            }

            // A run without events is looked at once too, and that was not nothing.
            return Math.Max(1, ids.Length);
        },
        cancellationToken);
}
