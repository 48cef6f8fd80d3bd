using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

/// <summary>Removes runs that have ended, and all that they left. Files go first: a row without its files is found again, files without their row are not.</summary>
internal sealed class RunsRule(TenantWork work, IRunArtifacts artifacts) : IRetentionRule
{
    private const int Batch = 1_000;

    public string Name => "runs";

    public async Task<int> RemoveAsync(TenantId tenant, RetentionTimes times, CancellationToken cancellationToken)
    {
        var floor = IdTimes.Floor(times.Runs);
        var run = await work.ReadAsync(
            tenant,
            db => db.Runs.AsNoTracking().Where(r => r.Id < floor && r.FinishedAt < times.Runs).OrderBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken),
            cancellationToken);
        if (run is not { } id)
        {
            return 0;
        }

        await artifacts.RemoveAsync(tenant, id, cancellationToken);

        // The largest tables batch by batch; the constraints would remove them too, in one transaction of any length.
        await ClearAsync(tenant, db => db.RunEvents.Where(e => e.RunId == id), cancellationToken);
        await ClearAsync(tenant, db => db.RunAttempts.Where(a => a.RunId == id), cancellationToken);
        return await work.WriteAsync(tenant, db => db.Runs.Where(r => r.Id == id).ExecuteDeleteAsync(cancellationToken), cancellationToken);
    }

    private async Task ClearAsync<T>(TenantId tenant, Func<PlatformDb, IQueryable<T>> rows, CancellationToken cancellationToken)
        where T : class, ITenantOwned
    {
        var removed = Batch;
        while (removed == Batch)
        {
            removed = await work.WriteAsync(
                tenant,
                async db =>
                {
                    var ids = await rows(db).OrderBy(r => r.Id).Take(Batch).Select(r => r.Id).ToArrayAsync(cancellationToken);
                    return ids.Length == 0 ? 0 : await db.Set<T>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
                },
                cancellationToken);
        }
    }
}
