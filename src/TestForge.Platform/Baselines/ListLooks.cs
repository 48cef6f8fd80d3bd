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
using TestForge.Platform.Projects;

namespace TestForge.Platform.Baselines;

internal static class ListLooks
{
    private static readonly SortFields<DifferingLook> Sorts = new SortFields<DifferingLook>().And("name", l => l.Name);

    public static void Map(IEndpointRouteBuilder project) => project
        .MapGet("/looks", HandleAsync)
        .WithName(nameof(ListLooks))
        .WithSummary("List parts of pages that did not look as in their baselines, newest first")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<LookResponse>>, ApiProblem>> HandleAsync(
        Guid projectId,
        [FromQuery(Name = "review"), Description("new, approved or rejected; all when left out.")] string? review,
        [FromQuery(Name = "runId"), Description("Those that one run saw; all when left out.")] Guid? runId,
        [FromQuery(Name = "name"), Description("Those of one baseline; all when left out.")] string? name,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var looks = db.DifferingLooks.AsNoTracking().Where(l => l.ProjectId == projectId && (runId == null || l.RunId == runId));
        looks = name is { Length: > 0 } ? looks.Where(l => l.Name == name) : looks;
        if (EnumFilter.Read<LookReview>("review", review, out var wanted) is { } problem)
        {
            return problem;
        }

        looks = wanted is null ? looks : looks.Where(x => x.Review == wanted);
        return await page.PageOfAsync(looks, LookResponse.Selector, http, cancellationToken, Sorts, whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
    }
}
