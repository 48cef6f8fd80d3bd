using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Retention;

/// <summary>Does the upkeep of the installation, on one of its servers at a time.</summary>
internal sealed class UpkeepWorker(WorkQueue queue, TenantWork work, Upkeep upkeep, TimeProvider clock, ILogger<UpkeepWorker> logger) : WorkLoop(queue, clock, logger)
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(15);

    private readonly TimeProvider _clock = clock;

    protected override string Kind => Upkeep.WorkKind;

    protected override int Parallel => 1;

    protected override int ParallelPerTenant => 1;

    protected override async Task WorkAsync(CancellationToken cancellationToken)
    {
        // One row for all servers; whoever comes second finds it there.
        var now = _clock.GetUtcNow();
        await work.SharedAsync(
            db => db.Database.ExecuteSqlAsync(
                $"INSERT INTO work_items (id, kind, tenant_id, subject_id, turn, due_at, attempts) VALUES ({Upkeep.Subject}, {Upkeep.WorkKind}, {Guid.Empty}, {Upkeep.Subject}, 0, {DueOf(db, now)}, 0) ON CONFLICT DO NOTHING",
                cancellationToken),
            cancellationToken);
        await base.WorkAsync(cancellationToken);
    }

    protected override async Task DoAsync(WorkItem item, CancellationToken cancellationToken)
    {
        await upkeep.RunAsync(cancellationToken);
        await work.SharedAsync(db => WorkQueue.RepeatAsync(db, Upkeep.WorkKind, item.Id, _clock.GetUtcNow() + Every, cancellationToken), cancellationToken);
    }

    // SQLite keeps times as numbers, which only the model knows.
    private static object DueOf(PlatformDb db, DateTimeOffset now) =>
        db.Model.FindEntityType(typeof(WorkItem))!.FindProperty(nameof(WorkItem.DueAt))!.GetTypeMapping().Converter?.ConvertToProvider(now) ?? now;
}
