using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class GetSiteMap
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/site-map", HandleAsync)
        .WithName(nameof(GetSiteMap))
        .WithSummary("Read the pages that a run found, with what is on them and the ways between them")
        .RequireAuthorization(Scopes.RunsRead)
        .Produces<SiteMap>(StatusCodes.Status200OK)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .DisableRequestTimeout();

    private static async Task<IResult> HandleAsync(Guid runId, PlatformDb db, IRunArtifacts stores, HttpContext http, CancellationToken cancellationToken)
    {
        if (!await db.Runs.AnyAsync(r => r.Id == runId, cancellationToken))
        {
            return RunErrors.NotFound(runId);
        }

        return await db.RunArtifacts.AsNoTracking().FirstOrDefaultAsync(a => a.RunId == runId && a.Kind == ArtifactKinds.SiteMap, cancellationToken) is { } file
            ? await ArtifactContent.OfAsync(file, stores, http, cancellationToken)
            : RunErrors.NoSuchFile("site map");
    }
}
