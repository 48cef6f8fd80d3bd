using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Cases;

internal static class ListCaseHistory
{
    public sealed record Item(Guid CaseId, Guid RunId, Verdict Verdict, FailureClass? FailureClass);

    public static void Map(IEndpointRouteBuilder cases) => cases
        .MapGet("/{projectCaseId:guid}/history", HandleAsync)
        .WithName(nameof(ListCaseHistory))
        .WithSummary("List what runs said of a case, the newest first")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<Item>>, ApiProblem>> HandleAsync(Guid projectId, Guid projectCaseId, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var key = await db.ProjectCases.Where(c => c.Id == projectCaseId && c.ProjectId == projectId).Select(c => c.Key).SingleOrDefaultAsync(cancellationToken);
        return key is null
            ? CaseErrors.NotFound(projectCaseId)
            : await page.PageOfAsync(
                db.RunCases.AsNoTracking().Where(c => c.Key == key && db.Runs.Any(r => r.Id == c.RunId && r.ProjectId == projectId)),
                c => new Item(c.Id, c.RunId, c.Verdict, c.FailureClass),
                http,
                cancellationToken);
    }
}
