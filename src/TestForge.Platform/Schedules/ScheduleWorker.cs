using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;
using TestForge.Platform.Work;

namespace TestForge.Platform.Schedules;

/// <summary>
/// Starts the runs of schedules that are due. Run, last and next time are written in one transaction that holds the schedule, so however
/// many servers look, a time is used once; times that passed while no server ran are made up for by one run.
/// </summary>
internal sealed partial class ScheduleWorker(WorkQueue queue, TenantWork work, RunQueue runs, RunSignals signals, TimeProvider clock, ILogger<ScheduleWorker> logger) : WorkLoop(queue, clock, logger)
{
    private readonly TimeProvider _clock = clock;

    protected override string Kind => ScheduleWork.Kind;

    protected override int Parallel => 2;

    protected override int ParallelPerTenant => 1;

    protected override async Task DoAsync(WorkItem item, CancellationToken cancellationToken)
    {
        if (await work.WriteAsync(item.TenantId, db => FireAsync(db, item, cancellationToken), cancellationToken))
        {
            signals.RaiseQueued();
        }
    }

    private async Task<bool> FireAsync(PlatformDb db, WorkItem item, CancellationToken cancellationToken)
    {
        // Another server that lost its lease while it was slow may be here too: the second waits for the row and then sees the next time.
        await db.Schedules.Where(s => s.Id == item.SubjectId).ExecuteUpdateAsync(s => s.SetProperty(x => x.Version, x => x.Version), cancellationToken);
        var schedule = await db.Schedules.SingleOrDefaultAsync(s => s.Id == item.SubjectId, cancellationToken);
        if (schedule?.NextAt is not { } due)
        {
            await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
            return false;
        }

        var now = _clock.GetUtcNow();
        if (due > now)
        {
            await WorkQueue.PostponeAsync(db, item.Id, due, cancellationToken);
            return false;
        }

        var problem = await StartAsync(db, schedule, cancellationToken);
        (schedule.LastAt, schedule.LastProblem) = (due, problem is { Length: > Schedule.ProblemLength } ? problem[..Schedule.ProblemLength] : problem);
        schedule.NextAt = CronTimes.After(schedule.Cron, schedule.TimeZone, now);
        if (schedule.NextAt is { } next)
        {
            await WorkQueue.PostponeAsync(db, item.Id, next, cancellationToken);
        }
        else
        {
            await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
        }

        await db.SaveChangesAsync(cancellationToken);
        if (problem is not null)
        {
            LogNotStarted(schedule.Id, problem);
        }

        return problem is null;
    }

    private async Task<string?> StartAsync(PlatformDb db, Schedule schedule, CancellationToken cancellationToken)
    {
        if (await db.Runs.AnyAsync(r => r.Id == schedule.LastRunId && (r.Status == RunStatus.Queued || r.Status == RunStatus.Running), cancellationToken))
        {
            return "The run that it started before has not ended yet.";
        }

        var environment = await db.Environments.AsNoTracking().SingleAsync(e => e.Id == schedule.EnvironmentId, cancellationToken);
        var (run, whyNot) = await runs.TryAddAsync(db, now => StartRun.RunOf(schedule.Settings, environment, now, schedule: schedule.Id), cancellationToken);
        schedule.LastRunId = run?.Id ?? schedule.LastRunId;
        return whyNot?.Detail;
    }

    [LoggerMessage(4451, LogLevel.Warning, "Schedule {Schedule} came due and started no run: {Reason}")]
    private partial void LogNotStarted(Guid schedule, string reason);
}
