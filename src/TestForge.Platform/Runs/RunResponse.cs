using TestForge.Pipeline;

namespace TestForge.Platform.Runs;

internal sealed record RunResponse(
    Guid Id,
    Guid ProjectId,
    Guid EnvironmentId,
    string Target,
    Guid? RetryOf,
    Guid? ScheduleId,
    RunStatus Status,
    DateTimeOffset QueuedAt,
    DateTimeOffset? StartedAt,
    DateTimeOffset? FinishedAt,
    DateTimeOffset? CancelAskedAt,
    RunSummary? Summary,
    string? ErrorCode,
    string? ErrorMessage)
{
    public static readonly System.Linq.Expressions.Expression<Func<Run, RunResponse>> Selector = r =>
        new RunResponse(r.Id, r.ProjectId, r.EnvironmentId, r.Target, r.RetryOf, r.ScheduleId, r.Status, r.QueuedAt, r.StartedAt, r.FinishedAt, r.CancelAskedAt, r.Summary, r.ErrorCode, r.ErrorMessage);
}
