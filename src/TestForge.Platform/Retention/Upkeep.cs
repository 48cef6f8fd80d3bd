using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Retention;

/// <summary>What is done for the whole installation now and then: partitions of the coming months, none of past ones that are empty, and a turn of retention for each tenant.</summary>
internal sealed class Upkeep(Schema schema, TenantWork work, TimeProvider clock)
{
    public const string WorkKind = "upkeep";

    /// <summary>There is one piece of it in an installation.</summary>
    public static readonly Guid Subject = new("0197aaaa-0000-7000-8000-000000000001");

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        await schema.EnsurePartitionsAsync(cancellationToken);
        await schema.DropEmptyPartitionsAsync(cancellationToken);
        await GiveTurnsAsync(cancellationToken);
    }

    /// <summary>Gives each tenant that has none its turn of retention.</summary>
    public Task<long> GiveTurnsAsync(CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        return work.SharedAsync(
            async db =>
            {
                db.AddedWork.Add(RetentionWorker.WorkKind);
                if (db.HasRowLevelSecurity)
                {
                    return await db.Database.SqlQuery<long>($"SELECT ensure_tenant_work({RetentionWorker.WorkKind}, {now}) AS \"Value\"").SingleAsync(cancellationToken);
                }

                var tenants = await db.Tenants.IgnoreQueryFilters().Select(t => t.Id).Where(t => !db.WorkItems.Any(w => w.Kind == RetentionWorker.WorkKind && w.TenantId == t)).ToArrayAsync(cancellationToken);
                db.WorkItems.AddRange(tenants.Select(t => new WorkItem { Id = Guid.CreateVersion7(now), Kind = RetentionWorker.WorkKind, TenantId = t, SubjectId = t.Value, Turn = 0, DueAt = now }));
                return await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
