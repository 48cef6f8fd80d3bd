using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Runs;

internal static class ListCases
{
    public static void Map(IEndpointRouteBuilder runs) => runs
        .MapGet("/{runId:guid}/cases", HandleAsync)
        .WithName(nameof(ListCases))
        .WithSummary("List a run's cases and their verdicts")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<CaseResponse>>, ApiProblem>> HandleAsync(Guid runId, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await db.Runs.AnyAsync(r => r.Id == runId, cancellationToken)
            ? await page.PageOfAsync(
                db.RunCases.AsNoTracking().Where(c => c.RunId == runId),
                c => new CaseResponse(c.Id, c.Key, c.Title, c.Feature, c.Technique, c.Risk, c.Verdict, c.FailureClass),
                http,
                cancellationToken)
            : RunErrors.NotFound(runId);
}
