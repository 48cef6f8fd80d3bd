using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Schedules;

/// <summary>The item of work that stands for a schedule: there is one while it has a next time.</summary>
internal static class ScheduleWork
{
    public const string Kind = "schedule";

    /// <summary>Sets the next time and has the work done then, with the caller's transaction.</summary>
    public static async Task PlanAsync(PlatformDb db, Schedule schedule, DateTimeOffset now, CancellationToken cancellationToken)
    {
        schedule.NextAt = schedule.Paused ? null : CronTimes.After(schedule.Cron, schedule.TimeZone, now);
        await db.WorkItems.Where(w => w.Kind == Kind && w.SubjectId == schedule.Id).ExecuteDeleteAsync(cancellationToken);
        if (schedule.NextAt is { } next)
        {
            await WorkQueue.AddAsync(db, Kind, schedule.TenantId, schedule.Id, next, cancellationToken);
        }
    }

    public static Task<int> RemoveAsync(PlatformDb db, Guid schedule, CancellationToken cancellationToken) =>
        db.WorkItems.Where(w => w.Kind == Kind && w.SubjectId == schedule).ExecuteDeleteAsync(cancellationToken);
}
