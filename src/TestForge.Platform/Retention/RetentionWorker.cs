using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Work;

namespace TestForge.Platform.Retention;

/// <summary>Looks through the data of one tenant after the other and removes what is too old. A tenant with much to remove goes back behind the others.</summary>
internal sealed partial class RetentionWorker(WorkQueue queue, TenantWork work, IEnumerable<IRetentionRule> rules, IOptions<RetentionOptions> options, TimeProvider clock, ILogger<RetentionWorker> logger) : WorkLoop(queue, clock, logger)
{
    public const string WorkKind = "retention";
    public const string Action = "Retention";

    private static readonly TimeSpan Slice = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _clock = clock;

    protected override string Kind => WorkKind;

    // Removing is never urgent, and the database has other things to do.
    protected override int Parallel => 1;

    protected override int ParallelPerTenant => 1;

    protected override Task DoAsync(WorkItem item, CancellationToken cancellationToken) => PassAsync(item, cancellationToken);

    /// <summary>One turn of a tenant. Returns what was removed, by rule.</summary>
    internal async Task<IReadOnlyDictionary<string, int>> PassAsync(WorkItem item, CancellationToken cancellationToken)
    {
        var tenant = item.TenantId;
        var now = _clock.GetUtcNow();
        var removed = new Dictionary<string, int>(StringComparer.Ordinal);
        var (there, policy) = await work.ReadAsync(tenant, async db => (await db.Tenants.AnyAsync(cancellationToken), await db.RetentionPolicies.AsNoTracking().SingleOrDefaultAsync(cancellationToken)), cancellationToken);
        var more = there && await RemoveAsync(tenant, RetentionTimes.Of(policy, options.Value, now), removed, cancellationToken);
        await work.WriteAsync(
            tenant,
            async db =>
            {
                if (!there)
                {
                    return await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
                }

                if (removed.Count > 0)
                {
                    db.Audit.Begin(Action, Actor.System, now);
                    db.Audit.Add(new("retention", tenant.Value, null, JsonSerializer.Serialize(removed, ArtifactJson.Compact)));
                    LogRemoved(tenant.Value, string.Join(", ", removed.Select(r => $"{r.Value} {r.Key}")));
                }

                return await WorkQueue.RepeatAsync(db, WorkKind, item.Id, more ? now : now.AddMinutes(options.Value.EveryMinutes), cancellationToken);
            },
            cancellationToken);
        return removed;
    }

    private async Task<bool> RemoveAsync(TenantId tenant, RetentionTimes times, Dictionary<string, int> removed, CancellationToken cancellationToken)
    {
        var began = _clock.GetTimestamp();
        foreach (var rule in rules)
        {
            while (await rule.RemoveAsync(tenant, times, cancellationToken) is var count and > 0)
            {
                removed[rule.Name] = removed.GetValueOrDefault(rule.Name) + count;
                if (_clock.GetElapsedTime(began) > Slice)
                {
                    return true;
                }
            }
        }

        return false;
    }

    [LoggerMessage(4601, LogLevel.Information, "Tenant {Tenant}: removed because of its age: {Removed}")]
    private partial void LogRemoved(Guid tenant, string removed);
}
