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

internal static class DeleteEnvironment
{
    public static void Map(IEndpointRouteBuilder environments) => environments
        .MapDelete("/{environmentId:guid}", HandleAsync)
        .WithName(nameof(DeleteEnvironment))
        .WithSummary("Delete an environment with its secrets, its runs and all they left. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.ProjectsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid projectId, Guid environmentId, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        var environment = await db.Environments.SingleOrDefaultAsync(e => e.Id == environmentId && e.ProjectId == projectId, cancellationToken);
        if (environment is null)
        {
            return ProjectErrors.EnvironmentNotFound(environmentId);
        }

        if (ETags.WhyNot(http, environment.Version) is { } stale)
        {
            return stale;
        }

        if (!await RunRemoval.TryAsync(db, db.Runs.Where(r => r.EnvironmentId == environmentId), clock.GetUtcNow(), cancellationToken))
        {
            return ProjectErrors.Busy();
        }

        await RunRemoval.AddFoldersAsync(db, FolderWorker.EnvironmentKind, [environmentId], clock.GetUtcNow(), cancellationToken);
        db.Remove(environment);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
