using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class GetRun
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}", HandleAsync)
        .WithName(nameof(GetRun))
        .WithSummary("Read how far a run is and what came of it")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<RunResponse>, ApiProblem>> HandleAsync(Guid runId, PlatformDb db, CancellationToken cancellationToken) =>
        await db.Runs.AsNoTracking().Where(r => r.Id == runId).Select(RunResponse.Selector).SingleOrDefaultAsync(cancellationToken) is { } run
            ? TypedResults.Ok(run)
            : RunErrors.NotFound(runId);
}
