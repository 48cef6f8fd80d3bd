using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Work;

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
        TenantContext tenant,
        TargetGate gate,
        RunSignals signals,
        IOptions<RunOptions> options,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (request.Include.Concat(request.Exclude).Any(g => g is null or { Length: 0 or > 500 }))
        {
            return ApiErrors.Invalid("include", "A glob has 1 to 500 characters.");
        }

        if (!await db.Projects.AnyAsync(p => p.Id == projectId, cancellationToken))
        {
            return ProjectErrors.NotFound(projectId);
        }

        var environments = await db.Environments.AsNoTracking().Where(e => e.ProjectId == projectId && (request.EnvironmentId == null || e.Id == request.EnvironmentId)).OrderBy(e => e.Id).Take(2).ToArrayAsync(cancellationToken);
        if (environments is not [var environment])
        {
            return environments.Length == 0 ? ProjectErrors.EnvironmentNotFound(request.EnvironmentId ?? Guid.Empty) : RunErrors.EnvironmentNeeded();
        }

        if (await gate.RefusalOfAsync(new(environment.BaseUrl), cancellationToken) is { } refusal)
        {
            return ProjectErrors.TargetRefused(refusal);
        }

        var waiting = db.WorkItems.Where(w => w.Kind == RunProcess.Kind);
        if (await waiting.CountAsync(w => w.TenantId == tenant.Current, cancellationToken) >= options.Value.QueuePerTenant)
        {
            return RunErrors.QueueFull(options.Value.QueuePerTenant);
        }

        if (await waiting.CountAsync(cancellationToken) >= options.Value.QueueTotal)
        {
            return RunErrors.ServerFull();
        }

        var run = RunOf(request, tenant.Current, environment, clock.Now());
        db.Runs.Add(run);
        db.RunEvents.Add(RunEventText.Row(run, run.QueuedAt, RunEventText.Queued, RunEventText.Data(RunEventText.Queued)));
        await WorkQueue.AddAsync(db, RunProcess.Kind, run.TenantId, run.Id, run.QueuedAt, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return new AfterCommit(TypedResults.Accepted($"/api/v1/runs/{run.Id}", new Response(run.Id, run.Status)), signals.RaiseQueued);
    }

    private static Run RunOf(Request request, TenantId tenant, ProjectEnvironment environment, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = tenant,
        ProjectId = environment.ProjectId,
        EnvironmentId = environment.Id,
        Target = environment.BaseUrl,
        Status = RunStatus.Queued,
        Settings = new()
        {
            MaxPages = request.MaxPages,
            MaxDepth = request.MaxDepth,
            MaxTests = request.MaxTests,
            Seed = request.Seed,
            PathPrefix = request.PathPrefix,
            Include = request.Include,
            Exclude = request.Exclude,
        },
        QueuedAt = now,
    };
}
