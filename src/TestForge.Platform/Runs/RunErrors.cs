using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class RunErrors
{
    public const string GaveUp = "run.gave_up";
    public const string Damaged = "artifact.damaged";
    public const string Unexpected = "run.unexpected";

    /// <summary>Asks for the run of a list that turned out empty.</summary>
    public static Func<Task<ApiProblem?>> UnlessThere(PlatformDb db, Guid id, CancellationToken cancellationToken) => async () => await db.Runs.AnyAsync(r => r.Id == id, cancellationToken) ? null : NotFound(id);

    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "run.not_found", $"There is no run {id}.");

    /// <param name="count">How many the project has, as far as that was looked at.</param>
    public static ApiProblem EnvironmentNeeded(int count) =>
        new(StatusCodes.Status422UnprocessableEntity, "run.environment_needed", count == 0 ? "The project has no environment. Add one first." : "The project has more than one environment. Say which with environmentId.");

    public static ApiProblem QueueFull(int limit) =>
        new(StatusCodes.Status429TooManyRequests, "run.queue_full", $"{limit} runs of this tenant wait or run already. Wait until one has ended, or cancel one.") { RetryAfter = 60 };

    public static ApiProblem ServerFull() =>
        new(StatusCodes.Status503ServiceUnavailable, "run.server_full", "The server has as many runs waiting as it may have. Try again later.") { RetryAfter = 60 };

    public static ApiProblem AlreadyFinished(RunStatus status) =>
        new(StatusCodes.Status409Conflict, "run.already_finished", $"The run has ended already: {status.ToString().ToLowerInvariant()}.");

    public static ApiProblem NotFinished(RunStatus status) =>
        new(StatusCodes.Status409Conflict, "run.not_finished", $"The run has not ended yet: {status.ToString().ToLowerInvariant()}. Wait for its end.");

    public static ApiProblem NothingFailed() =>
        new(StatusCodes.Status409Conflict, "run.nothing_failed", "No case of the run failed, so there is nothing to run again. Start a new run.");

    public static ApiProblem CaseNotFound(Guid id) => new(StatusCodes.Status404NotFound, "run.case_not_found", $"The run has no case {id}.");

    public static ApiProblem HealNotFound(Guid id) => new(StatusCodes.Status404NotFound, "run.heal_not_found", $"The run has no heal {id}.");

    public static ApiProblem NoSuchFile(string what) =>
        new(StatusCodes.Status404NotFound, "run.no_such_file", $"The run has no {what}. It is there once the run has ended, unless the run broke before.");

    public static ApiProblem BadEventId() =>
        new(StatusCodes.Status400BadRequest, "run.bad_event_id", "Last-Event-ID has to be the number of an event that came before, or be left out.");

    public static ApiProblem TooManyStreams() =>
        new(StatusCodes.Status503ServiceUnavailable, "run.too_many_streams", "The server has as many event streams open as it may have. Try again, or read the run's status now and then.") { RetryAfter = 5 };

    public static ApiProblem ArtifactNotFound(Guid id) => new(StatusCodes.Status404NotFound, "run.artifact_not_found", $"The run has no artifact {id}.");

    public static ApiProblem ArtifactGone() =>
        new(StatusCodes.Status410Gone, "run.artifact_gone", "The artifact is known, but its content is no longer in the store.");

    public static ApiProblem ArtifactDamaged() =>
        new(StatusCodes.Status410Gone, Damaged, "The artifact is not what was written, so nothing of it is given out. The operator can restore it from a backup.");

    public static ApiProblem NoSuchLink() =>
        new(StatusCodes.Status404NotFound, "run.link_ended", "The link is not valid: it has ended, was cut off, or leads to what is no longer there. Ask for a new one.");

    public static ApiProblem NoReport(string format) =>
        new(StatusCodes.Status404NotFound, "run.no_report", $"The run has no report as {format}. It is there once the run has ended, unless the run broke.");
}
