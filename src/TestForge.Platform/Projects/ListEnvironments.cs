using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class ListEnvironments
{
    public static void Map(IEndpointRouteBuilder environments) => environments
        .MapGet("", HandleAsync)
        .WithName(nameof(ListEnvironments))
        .WithSummary("List a project's environments, newest first")
        .RequireAuthorization(Scopes.ProjectsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<EnvironmentResponse>>, ApiProblem>> HandleAsync(Guid projectId, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await db.Projects.AnyAsync(p => p.Id == projectId, cancellationToken)
            ? await page.PageOfAsync(
                db.Environments.AsNoTracking().Where(e => e.ProjectId == projectId),
                e => new EnvironmentResponse(e.Id, e.ProjectId, e.Name, e.BaseUrl, e.Variables, e.CreatedAt, e.UpdatedAt, e.Version),
                http,
                cancellationToken)
            : ProjectErrors.NotFound(projectId);
}
