using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Runs;

internal static class ListRuns
{
    public static void Map(IEndpointRouteBuilder project) => project
        .MapGet("", HandleAsync)
        .WithName(nameof(ListRuns))
        .WithSummary("List a project's runs, newest first")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<RunResponse>>, ApiProblem>> HandleAsync(Guid projectId, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await db.Projects.AnyAsync(p => p.Id == projectId, cancellationToken)
            ? await page.PageOfAsync(db.Runs.AsNoTracking().Where(r => r.ProjectId == projectId), RunResponse.Selector, http, cancellationToken)
            : ProjectErrors.NotFound(projectId);
}
