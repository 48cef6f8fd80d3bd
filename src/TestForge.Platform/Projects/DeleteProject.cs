using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Projects;

internal static class DeleteProject
{
    public static void Map(IEndpointRouteBuilder projects) => projects
        .MapDelete("/{projectId:guid}", HandleAsync)
        .WithName(nameof(DeleteProject))
        .WithSummary("Delete a project with its environments, runs and all they left. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.ProjectsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid projectId, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        var project = await db.Projects.SingleOrDefaultAsync(p => p.Id == projectId, cancellationToken);
        if (project is null)
        {
            return ProjectErrors.NotFound(projectId);
        }

        if (ETags.WhyNot(http, project.Version) is { } stale)
        {
            return stale;
        }

        if (!await RunRemoval.TryAsync(db, db.Runs.Where(r => r.ProjectId == projectId), clock.GetUtcNow(), cancellationToken))
        {
            return ProjectErrors.Busy();
        }

        var environments = await db.Environments.Where(e => e.ProjectId == projectId).ToArrayAsync(cancellationToken);
        await RunRemoval.AddFoldersAsync(db, FolderWorker.EnvironmentKind, [.. environments.Select(e => e.Id)], clock.GetUtcNow(), cancellationToken);
        db.RemoveRange(environments);
        db.Remove(project);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
