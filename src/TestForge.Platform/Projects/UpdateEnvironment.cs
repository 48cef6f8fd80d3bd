using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class UpdateEnvironment
{
    public sealed record Request
    {
        [Required]
        [StringLength(ProjectEnvironment.NameLength, MinimumLength = 1)]
        public required string Name { get; init; }

        [Required]
        public required string BaseUrl { get; init; }

        public Dictionary<string, string> Variables { get; init; } = [];

        public LoginSpec? Login { get; init; }
    }

    public static void Map(IEndpointRouteBuilder environments) => environments
        .MapPut("/{environmentId:guid}", HandleAsync)
        .WithName(nameof(UpdateEnvironment))
        .WithSummary("Change an environment. Its secrets stay as they are. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.ProjectsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<EnvironmentResponse>, ApiProblem>> HandleAsync(
        Guid projectId,
        Guid environmentId,
        Request request,
        PlatformDb db,
        TargetGate gate,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
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

        if (await EnvironmentFields.WhyNotAsync(request.BaseUrl, request.Variables, request.Login, gate, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (await db.Environments.AnyAsync(e => e.ProjectId == projectId && e.Name == request.Name && e.Id != environmentId, cancellationToken))
        {
            return ProjectErrors.NameTaken(request.Name);
        }

        (environment.Name, environment.BaseUrl, environment.Variables, environment.Login, environment.UpdatedAt) = (request.Name, request.BaseUrl, request.Variables, request.Login, clock.GetUtcNow());
        environment.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, environment.Version);
        return TypedResults.Ok(EnvironmentResponse.Of(environment));
    }
}
