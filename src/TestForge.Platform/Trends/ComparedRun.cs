using TestForge.Pipeline;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Trends;

/// <summary>One of two runs that are compared.</summary>
/// <param name="Milliseconds">From its start to its end; null when it did not start.</param>
internal sealed record ComparedRun(Guid Id, RunStatus Status, DateTimeOffset? FinishedAt, long? Milliseconds, RunSummary? Summary)
{
    public static ComparedRun Of(Run run) =>
        new(run.Id, run.Status, run.FinishedAt, run.FinishedAt is { } end && run.StartedAt is { } start ? (long)(end - start).TotalMilliseconds : null, run.Summary);
}
