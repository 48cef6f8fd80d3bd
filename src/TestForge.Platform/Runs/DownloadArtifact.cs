using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class DownloadArtifact
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/artifacts/{artifactId:guid}", HandleAsync)
        .WithName(nameof(DownloadArtifact))
        .WithSummary("Download an artifact, or a range of it")
        .RequireAuthorization(Scopes.RunsRead)
        .Produces(StatusCodes.Status200OK, contentType: "application/octet-stream")
        .Produces(StatusCodes.Status206PartialContent, contentType: "application/octet-stream")
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status410Gone)
        .DisableRequestTimeout();

    private static async Task<IResult> HandleAsync(Guid runId, Guid artifactId, PlatformDb db, IRunArtifacts stores, HttpContext http, CancellationToken cancellationToken) =>
        await db.RunArtifacts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == artifactId && a.RunId == runId, cancellationToken) is { } artifact
            ? await ArtifactContent.OfAsync(artifact, stores, http, cancellationToken)
            : RunErrors.ArtifactNotFound(artifactId);
}
