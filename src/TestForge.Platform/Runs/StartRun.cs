using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Runs;

internal static class StartRun
{
    public sealed record Request
    {
        /// <summary>Where to test; may be left out when the project has one environment.</summary>
        public Guid? EnvironmentId { get; init; }

        [Range(1, 10_000)]
        public int MaxPages { get; init; } = 50;

        [Range(1, 50)]
        public int MaxDepth { get; init; } = 6;

        [Range(1, 10_000)]
        public int MaxTests { get; init; } = 100;

        public int Seed { get; init; } = 1;

        [RegularExpression("^/.*$")]
        [StringLength(500)]
        public string PathPrefix { get; init; } = "/";

        [MaxLength(100)]
        public IReadOnlyList<string> Include { get; init; } = [];

        [MaxLength(100)]
        public IReadOnlyList<string> Exclude { get; init; } = [];

        /// <summary>Compares pictures of heads, forms and pages without data with the environment's baselines.</summary>
        public bool Visual { get; init; }
    }

    public sealed record Response(Guid RunId, RunStatus Status);

    public static void Map(IEndpointRouteBuilder project) => project
        .MapPost("", HandleAsync)
        .WithName(nameof(StartRun))
        .WithSummary("Start a run; it is done in the background, and Location tells how far it is")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Accepted<Response>, AfterCommit, ApiProblem>> HandleAsync(
        Guid projectId,
        Request request,
        PlatformDb db,
        RunQueue queue,
        RunSignals signals,
        CancellationToken cancellationToken)
    {
        if (WhyNot(request) is { } invalid)
        {
            return invalid;
        }

        var (environment, missing) = await RunEnvironment.FindAsync(db, projectId, request.EnvironmentId, cancellationToken);
        if (environment is null)
        {
            return missing!;
        }

        var (run, problem) = await queue.TryAddAsync(db, now => RunOf(SettingsOf(request), environment, now), cancellationToken);
        return problem is not null ? problem : new AfterCommit(TypedResults.Accepted($"/api/v1/runs/{run!.Id}", new Response(run.Id, run.Status)), signals.RaiseQueued);
    }

    /// <summary>A run that waits for its turn.</summary>
    public static Run RunOf(RunSettings settings, ProjectEnvironment environment, DateTimeOffset now, Guid? retryOf = null, Guid? schedule = null) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = environment.TenantId,
        ProjectId = environment.ProjectId,
        EnvironmentId = environment.Id,
        Target = environment.BaseUrl,
        RetryOf = retryOf,
        ScheduleId = schedule,
        Status = RunStatus.Queued,
        Settings = settings,
        QueuedAt = now,
    };

    /// <summary>Why the settings cannot be so, beyond what their attributes say; or null.</summary>
    public static ApiProblem? WhyNot(Request request) =>
        request.Include.Concat(request.Exclude).Any(g => g is null or { Length: 0 or > 500 }) ? ApiErrors.Invalid("include", "A glob has 1 to 500 characters.") : null;

    public static RunSettings SettingsOf(Request request) => new()
    {
        MaxPages = request.MaxPages,
        MaxDepth = request.MaxDepth,
        MaxTests = request.MaxTests,
        Seed = request.Seed,
        PathPrefix = request.PathPrefix,
        Include = request.Include,
        Exclude = request.Exclude,
        Visual = request.Visual,
    };
}
