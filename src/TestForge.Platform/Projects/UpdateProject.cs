using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class UpdateProject
{
    public sealed record Request
    {
        [Required]
        [StringLength(Project.NameLength, MinimumLength = 1)]
        public required string Name { get; init; }

        [StringLength(Project.DescriptionLength)]
        public string Description { get; init; } = "";
    }

    public static void Map(IEndpointRouteBuilder projects) => projects
        .MapPut("/{projectId:guid}", HandleAsync)
        .WithName(nameof(UpdateProject))
        .WithSummary("Change a project. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.ProjectsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<ProjectResponse>, ApiProblem>> HandleAsync(Guid projectId, Request request, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        var project = await db.Projects.SingleOrDefaultAsync(p => p.Id == projectId, cancellationToken);
        if (project is null)
        {
            return ProjectErrors.NotFound(projectId);
        }

        if (ETags.WhyNot(http, project.Version) is { } problem)
        {
            return problem;
        }

        project.Name = request.Name;
        project.Description = request.Description;
        project.UpdatedAt = clock.GetUtcNow();
        project.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, project.Version);
        return TypedResults.Ok(ProjectResponse.Of(project));
    }
}
