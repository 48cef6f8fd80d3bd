using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class ListPages
{
    private static readonly SortFields<RunPage> Sorts = new SortFields<RunPage>().And("url", p => p.Url).And("title", p => p.Title).And("depth", p => p.Depth).And("loadMilliseconds", p => p.LoadMilliseconds);

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/pages", HandleAsync)
        .WithName(nameof(ListPages))
        .WithSummary("List the pages that a run found")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<PageResponse>>, ApiProblem>> HandleAsync(
        Guid runId,
        [FromQuery(Name = "outcome"), Description("ok, http-error and so on, as in the site map; all when left out.")] string? outcome,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (EnumFilter.Read<PageOutcome>("outcome", outcome, out var wanted) is { } problem)
        {
            return problem;
        }

        return await page.PageOfAsync(
            db.RunPages.AsNoTracking().Where(p => p.RunId == runId && (wanted == null || p.Outcome == wanted)),
            p => new PageResponse(p.Id, p.Key, p.Url, p.Title, p.Depth, p.Outcome, p.Status, p.Elements, p.Forms, p.Links, p.LoadMilliseconds),
            http,
            cancellationToken,
            Sorts,
            whenEmpty: RunErrors.UnlessThere(db, runId, cancellationToken));
    }
}
