using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

/// <summary>Removes old lines of the audit log, which leaves a checkpoint in it. See docs/adr/0060.</summary>
internal sealed class AuditRule(TenantWork work) : IRetentionRule
{
    public string Name => "audit lines";

    public Task<int> RemoveAsync(TenantId tenant, RetentionTimes times, CancellationToken cancellationToken) => work.WriteAsync(
        tenant,
        db =>
        {
            db.Audit.Begin(RetentionWorker.Action, Actor.System, times.Now);
            return AuditCheckpoint.PruneAsync(db, times.Audit, cancellationToken);
        },
        cancellationToken);
}
