using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class GetPlan
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/plan", HandleAsync)
        .WithName(nameof(GetPlan))
        .WithSummary("Read the plan of a run: its features, cases and their steps")
        .RequireAuthorization(Scopes.RunsRead)
        .Produces<TestPlan>(StatusCodes.Status200OK)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .DisableRequestTimeout();

    private static async Task<IResult> HandleAsync(Guid runId, PlatformDb db, IRunArtifacts stores, HttpContext http, CancellationToken cancellationToken)
    {
        if (!await db.Runs.AnyAsync(r => r.Id == runId, cancellationToken))
        {
            return RunErrors.NotFound(runId);
        }

        return await db.RunArtifacts.AsNoTracking().FirstOrDefaultAsync(a => a.RunId == runId && a.Kind == ArtifactKinds.TestPlan, cancellationToken) is { } file
            ? await ArtifactContent.OfAsync(file, stores, http, cancellationToken)
            : RunErrors.NoSuchFile("plan");
    }
}
