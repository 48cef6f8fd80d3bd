using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class CancelRun
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapPost("/{runId:guid}/cancel", HandleAsync)
        .WithName(nameof(CancelRun))
        .WithSummary("Ask a run to stop. It ends with what it has, and still writes a report.")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<StartRun.Response>, AfterCommit, ApiProblem>> HandleAsync(Guid runId, PlatformDb db, RunSignals signals, TimeProvider clock, CancellationToken cancellationToken)
    {
        var run = await db.Runs.SingleOrDefaultAsync(r => r.Id == runId, cancellationToken);
        if (run is null)
        {
            return RunErrors.NotFound(runId);
        }

        if (run.IsFinished)
        {
            return RunErrors.AlreadyFinished(run.Status);
        }

        run.CancelAskedAt ??= clock.Now();
        await db.SaveChangesAsync(cancellationToken);
        return new AfterCommit(TypedResults.Accepted($"/api/v1/runs/{runId}", new StartRun.Response(runId, run.Status)), () => signals.Stop(runId));
    }
}
