using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Projects;

internal static class CreateProject
{
    private const string FirstEnvironment = "default";

    public sealed record Request
    {
        [Required]
        [StringLength(Project.NameLength, MinimumLength = 1)]
        public required string Name { get; init; }

        [StringLength(Project.DescriptionLength)]
        public string Description { get; init; } = "";

        /// <summary>Where the application is; becomes the environment <c>default</c>.</summary>
        [Required]
        public required string BaseUrl { get; init; }
    }

    public sealed record Response(ProjectResponse Project, EnvironmentResponse Environment);

    public static void Map(IEndpointRouteBuilder projects) => projects
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateProject))
        .WithSummary("Create a project and its first environment")
        .RequireAuthorization(Scopes.ProjectsWrite)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<Response>, ApiProblem>> HandleAsync(
        Request request,
        PlatformDb db,
        TenantContext tenant,
        TargetGate gate,
        IRoom room,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await EnvironmentFields.WhyNotAsync(request.BaseUrl, null, null, gate, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (await room.WhyNotOneMoreAsync(db, typeof(Project), cancellationToken) is { } full)
        {
            return full;
        }

        var now = clock.GetUtcNow();
        var project = new Project
        {
            Id = Guid.CreateVersion7(now),
            TenantId = tenant.Current,
            Name = request.Name,
            Description = request.Description,
            CreatedAt = now,
            UpdatedAt = now,
        };
        var environment = new ProjectEnvironment
        {
            Id = Guid.CreateVersion7(now),
            TenantId = tenant.Current,
            ProjectId = project.Id,
            Name = FirstEnvironment,
            BaseUrl = request.BaseUrl,
            Variables = [],
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.AddRange(project, environment);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, project.Version);
        return TypedResults.Created($"/api/v1/projects/{project.Id}", new Response(ProjectResponse.Of(project), EnvironmentResponse.Of(environment)));
    }
}
