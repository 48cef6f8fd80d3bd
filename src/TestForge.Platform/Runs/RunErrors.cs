using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Runs;

internal static class RunErrors
{
    public const string GaveUp = "run.gave_up";
    public const string Unexpected = "run.unexpected";

    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "run.not_found", $"There is no run {id}.");

    public static ApiProblem EnvironmentNeeded() =>
        new(StatusCodes.Status422UnprocessableEntity, "run.environment_needed", "The project has more than one environment. Say which with environmentId.");

    public static ApiProblem QueueFull(int limit) =>
        new(StatusCodes.Status429TooManyRequests, "run.queue_full", $"{limit} runs of this tenant wait or run already. Wait until one has ended, or cancel one.") { RetryAfter = 60 };

    public static ApiProblem ServerFull() =>
        new(StatusCodes.Status503ServiceUnavailable, "run.server_full", "The server has as many runs waiting as it may have. Try again later.") { RetryAfter = 60 };

    public static ApiProblem AlreadyFinished(RunStatus status) =>
        new(StatusCodes.Status409Conflict, "run.already_finished", $"The run has ended already: {status.ToString().ToLowerInvariant()}.");

    public static ApiProblem BadEventId() =>
        new(StatusCodes.Status400BadRequest, "run.bad_event_id", "Last-Event-ID has to be the number of an event that came before, or be left out.");

    public static ApiProblem TooManyStreams() =>
        new(StatusCodes.Status503ServiceUnavailable, "run.too_many_streams", "The server has as many event streams open as it may have. Try again, or read the run's status now and then.") { RetryAfter = 5 };

    public static ApiProblem ArtifactNotFound(Guid id) => new(StatusCodes.Status404NotFound, "run.artifact_not_found", $"The run has no artifact {id}.");

    public static ApiProblem ArtifactGone() =>
        new(StatusCodes.Status410Gone, "run.artifact_gone", "The artifact is known, but its content is no longer in the store.");

    public static ApiProblem NoReport(string format) =>
        new(StatusCodes.Status404NotFound, "run.no_report", $"The run has no report as {format}. It is there once the run has ended, unless the run broke.");
}
