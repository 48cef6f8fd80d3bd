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

internal static class ListCases
{
    private static readonly SortFields<RunCase> Sorts = new SortFields<RunCase>().And("key", c => c.Key).And("title", c => c.Title).And("feature", c => c.Feature).And("risk", c => c.Risk);

    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/cases", HandleAsync)
        .WithName(nameof(ListCases))
        .WithSummary("List a run's cases and their verdicts")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<CaseResponse>>, ApiProblem>> HandleAsync(
        Guid runId,
        [FromQuery(Name = "verdict"), Description("passed, flaky, healed, failed, not-run or quarantined; all when left out.")] string? verdict,
        [FromQuery(Name = "failureClass"), Description("What kind of failure it is, such as assertion; all when left out.")] string? failureClass,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (EnumFilter.Read<Verdict>("verdict", verdict, out var wanted) is { } noVerdict)
        {
            return noVerdict;
        }

        if (EnumFilter.Read<FailureClass>("failureClass", failureClass, out var kind) is { } noClass)
        {
            return noClass;
        }

        return await page.PageOfAsync(
            db.RunCases.AsNoTracking().Where(c => c.RunId == runId && (wanted == null || c.Verdict == wanted) && (kind == null || c.FailureClass == kind)),
            CaseResponse.Selector,
            http,
            cancellationToken,
            Sorts,
            whenEmpty: RunErrors.UnlessThere(db, runId, cancellationToken));
    }
}
