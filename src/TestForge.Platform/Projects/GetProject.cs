using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class GetProject
{
    public static void Map(IEndpointRouteBuilder projects) => projects
        .MapGet("/{projectId:guid}", HandleAsync)
        .WithName(nameof(GetProject))
        .WithSummary("Read a project")
        .RequireAuthorization(Scopes.ProjectsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ProjectResponse>, ApiProblem>> HandleAsync(Guid projectId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var project = await db.Projects.AsNoTracking().SingleOrDefaultAsync(p => p.Id == projectId, cancellationToken);
        if (project is null)
        {
            return ProjectErrors.NotFound(projectId);
        }

        ETags.Set(http, project.Version);
        return TypedResults.Ok(ProjectResponse.Of(project));
    }
}
