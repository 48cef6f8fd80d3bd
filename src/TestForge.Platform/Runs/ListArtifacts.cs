using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class ListArtifacts
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/artifacts", HandleAsync)
        .WithName(nameof(ListArtifacts))
        .WithSummary("List what a run left: reports, plan, evidence")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<ArtifactResponse>>, ApiProblem>> HandleAsync(Guid runId, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await db.Runs.AnyAsync(r => r.Id == runId, cancellationToken)
            ? await page.PageOfAsync(
                db.RunArtifacts.AsNoTracking().Where(a => a.RunId == runId),
                a => new ArtifactResponse(a.Id, a.Kind, a.Name, a.Sha256, a.Length),
                http,
                cancellationToken)
            : RunErrors.NotFound(runId);
}
