using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class GetEnvironment
{
    public static void Map(IEndpointRouteBuilder environments) => environments
        .MapGet("/{environmentId:guid}", HandleAsync)
        .WithName(nameof(GetEnvironment))
        .WithSummary("Read an environment")
        .RequireAuthorization(Scopes.ProjectsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<EnvironmentResponse>, ApiProblem>> HandleAsync(Guid projectId, Guid environmentId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var environment = await db.Environments.AsNoTracking().SingleOrDefaultAsync(e => e.Id == environmentId && e.ProjectId == projectId, cancellationToken);
        if (environment is null)
        {
            return ProjectErrors.EnvironmentNotFound(environmentId);
        }

        ETags.Set(http, environment.Version);
        return TypedResults.Ok(EnvironmentResponse.Of(environment));
    }
}
