using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class RetryRun
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapPost("/{runId:guid}/retry", HandleAsync)
        .WithName(nameof(RetryRun))
        .WithSummary("Run the failed cases of a run again, in a new run with the same plan; Location tells how far it is")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status429TooManyRequests)
        .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Results<Accepted<StartRun.Response>, AfterCommit, ApiProblem>> HandleAsync(Guid runId, PlatformDb db, RunQueue queue, RunSignals signals, CancellationToken cancellationToken)
    {
        var earlier = await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == runId, cancellationToken);
        if (earlier is null)
        {
            return RunErrors.NotFound(runId);
        }

        if (!earlier.IsFinished)
        {
            return RunErrors.NotFinished(earlier.Status);
        }

        // What the engine calls failed, a case in quarantine among them.
        if (!await db.RunCases.AnyAsync(c => c.RunId == runId && (c.Verdict == Verdict.Failed || c.Verdict == Verdict.Quarantined), cancellationToken))
        {
            return RunErrors.NothingFailed();
        }

        var environment = await db.Environments.AsNoTracking().SingleAsync(e => e.Id == earlier.EnvironmentId, cancellationToken);
        var (run, problem) = await queue.TryAddAsync(db, now => StartRun.RunOf(earlier.Settings, environment, now, retryOf: earlier.Id), cancellationToken);
        return problem is not null ? problem : new AfterCommit(TypedResults.Accepted($"/api/v1/runs/{run!.Id}", new StartRun.Response(run.Id, run.Status)), signals.RaiseQueued);
    }
}
