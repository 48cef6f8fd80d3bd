using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class ListArtifacts
{
    private static readonly SortFields<RunArtifact> Sorts = new SortFields<RunArtifact>().And("name", a => a.Name).And("length", a => a.Length);

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/artifacts", HandleAsync)
        .WithName(nameof(ListArtifacts))
        .WithSummary("List what a run left: reports, plan, evidence")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<ArtifactResponse>>, ApiProblem>> HandleAsync(Guid runId, [FromQuery(Name = "kind"), Description("What it is, such as report-html or screenshot; all when left out.")] string? kind, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await page.PageOfAsync(
            db.RunArtifacts.AsNoTracking().Where(a => a.RunId == runId && (kind == null || a.Kind == kind)),
            a => new ArtifactResponse(a.Id, a.Kind, a.Name, a.Sha256, a.Length),
            http,
            cancellationToken,
            Sorts,
            whenEmpty: RunErrors.UnlessThere(db, runId, cancellationToken));
}
