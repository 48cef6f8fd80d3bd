using System.Linq.Expressions;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Schedules;

internal sealed record ScheduleResponse(
    Guid Id,
    Guid ProjectId,
    Guid EnvironmentId,
    string Name,
    string Cron,
    string TimeZone,
    bool Paused,
    RunSettings Settings,
    DateTimeOffset? NextAt,
    DateTimeOffset? LastAt,
    Guid? LastRunId,
    string? LastProblem,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version)
{
    public static readonly Expression<Func<Schedule, ScheduleResponse>> Selector = s => Of(s);

    public static ScheduleResponse Of(Schedule s) =>
        new(s.Id, s.ProjectId, s.EnvironmentId, s.Name, s.Cron, s.TimeZone, s.Paused, s.Settings, s.NextAt, s.LastAt, s.LastRunId, s.LastProblem, s.CreatedAt, s.UpdatedAt, s.Version);
}
