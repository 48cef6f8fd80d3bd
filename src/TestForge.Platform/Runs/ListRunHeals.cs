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

internal static class ListRunHeals
{
    private static readonly SortFields<RunHeal> Sorts = new SortFields<RunHeal>().And("page", h => h.Page).And("elementName", h => h.ElementName);

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/heals", HandleAsync)
        .WithName(nameof(ListRunHeals))
        .WithSummary("List what became of locators that broke in a run")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<RunHealResponse>>, ApiProblem>> HandleAsync(
        Guid runId,
        [FromQuery(Name = "decision"), Description("healed, ambiguous, not-found or refused; all when left out.")] string? decision,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (EnumFilter.Read<HealDecision>("decision", decision, out var wanted) is { } problem)
        {
            return problem;
        }

        return await page.PageOfAsync(db.RunHeals.AsNoTracking().Where(h => h.RunId == runId && (wanted == null || h.Decision == wanted)), RunHealResponse.Selector, http, cancellationToken, Sorts, whenEmpty: RunErrors.UnlessThere(db, runId, cancellationToken));
    }
}
