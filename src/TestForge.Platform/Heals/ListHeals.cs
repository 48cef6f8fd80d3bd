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
using TestForge.Platform.Projects;

namespace TestForge.Platform.Heals;

internal static class ListHeals
{
    private static readonly SortFields<ProjectHeal> Sorts = new SortFields<ProjectHeal>().And("page", h => h.Page).And("element", h => h.Element).And("lastSeenAt", h => h.LastSeenAt);

    public static void Map(IEndpointRouteBuilder heals) => heals
        .MapGet("", HandleAsync)
        .WithName(nameof(ListHeals))
        .WithSummary("List a project's heals, newest first")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<HealResponse>>, ApiProblem>> HandleAsync(
        Guid projectId,
        [FromQuery(Name = "review"), Description("proposed, approved or rejected; all when left out.")] string? review,
        [FromQuery(Name = "proved"), Description("Whether a case passed whole with it; both when left out.")] bool? proved,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var heals = db.ProjectHeals.AsNoTracking().Where(h => h.ProjectId == projectId && (proved == null || h.Proved == proved));
        if (EnumFilter.Read<HealReview>("review", review, out var wanted) is { } problem)
        {
            return problem;
        }

        heals = wanted is null ? heals : heals.Where(x => x.Review == wanted);
        return await page.PageOfAsync(heals, HealResponse.Selector, http, cancellationToken, Sorts, whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
    }
}
