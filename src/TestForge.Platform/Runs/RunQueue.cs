using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

/// <summary>Queues runs, whoever wants them.</summary>
internal sealed class RunQueue(TargetGate gate, IEnumerable<IRunGate> gates, IOptions<RunOptions> options, TimeProvider clock)
{
    /// <summary>Queues a run with the caller's transaction. Returns why not, or null when it was queued.</summary>
    /// <param name="db">The tenant's unit of work.</param>
    /// <param name="make">Makes the run, given the time.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<(Run? Run, ApiProblem? WhyNot)> TryAddAsync(PlatformDb db, Func<DateTimeOffset, Run> make, CancellationToken cancellationToken)
    {
        var run = make(clock.Now());
        if (await gate.RefusalOfAsync(new(run.Target), cancellationToken) is { } refusal)
        {
            return (null, ProjectErrors.TargetRefused(refusal));
        }

        var waiting = db.WorkItems.Where(w => w.Kind == RunProcess.Kind);
        if (await waiting.CountAsync(w => w.TenantId == run.TenantId, cancellationToken) >= options.Value.QueuePerTenant)
        {
            return (null, RunErrors.QueueFull(options.Value.QueuePerTenant));
        }

        if (await waiting.CountAsync(cancellationToken) >= options.Value.QueueTotal)
        {
            return (null, RunErrors.ServerFull());
        }

        foreach (var other in gates)
        {
            if (await other.WhyNotAsync(db, run, cancellationToken) is { } problem)
            {
                return (null, problem);
            }
        }

        db.Runs.Add(run);
        db.RunEvents.Add(RunEventText.Row(run, run.QueuedAt, RunEventText.Queued, RunEventText.Data(RunEventText.Queued)));
        await WorkQueue.AddAsync(db, RunProcess.Kind, run.TenantId, run.Id, run.QueuedAt, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return (run, null);
    }
}
