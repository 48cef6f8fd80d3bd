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
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Projects;

internal static class CreateEnvironment
{
    public sealed record Request
    {
        [Required]
        [StringLength(ProjectEnvironment.NameLength, MinimumLength = 1)]
        public required string Name { get; init; }

        [Required]
        public required string BaseUrl { get; init; }

        /// <summary>Values by name that are no secrets, for <c>${env:NAME}</c>.</summary>
        public Dictionary<string, string> Variables { get; init; } = [];

        /// <summary>How runs sign in; what is typed into a password field has to be <c>${env:NAME}</c>, the name of a secret.</summary>
        public LoginSpec? Login { get; init; }
    }

    public static void Map(IEndpointRouteBuilder environments) => environments
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateEnvironment))
        .WithSummary("Add a place at which the project's application runs")
        .RequireAuthorization(Scopes.ProjectsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<EnvironmentResponse>, ApiProblem>> HandleAsync(
        Guid projectId,
        Request request,
        PlatformDb db,
        TenantContext tenant,
        TargetGate gate,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (!await db.Projects.AnyAsync(p => p.Id == projectId, cancellationToken))
        {
            return ProjectErrors.NotFound(projectId);
        }

        if (await EnvironmentFields.WhyNotAsync(request.BaseUrl, request.Variables, request.Login, gate, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (await db.Environments.AnyAsync(e => e.ProjectId == projectId && e.Name == request.Name, cancellationToken))
        {
            return ProjectErrors.NameTaken(request.Name);
        }

        var now = clock.GetUtcNow();
        var environment = new ProjectEnvironment
        {
            Id = Guid.CreateVersion7(now),
            TenantId = tenant.Current,
            ProjectId = projectId,
            Name = request.Name,
            BaseUrl = request.BaseUrl,
            Variables = request.Variables,
            Login = request.Login,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Environments.Add(environment);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, environment.Version);
        return TypedResults.Created($"/api/v1/projects/{projectId}/environments/{environment.Id}", EnvironmentResponse.Of(environment));
    }
}
