using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Cases;

internal static class UpdateProjectCase
{
    public sealed record Request
    {
        /// <summary>What people call it; left out, it is called as in the plan.</summary>
        [StringLength(ProjectCase.TitleLength, MinimumLength = 1)]
        public string? Title { get; init; }

        public CasePriority Priority { get; init; } = CasePriority.Normal;

        [MaxLength(20)]
        public IReadOnlyList<string> Tags { get; init; } = [];

        /// <summary>Whether runs execute it.</summary>
        public bool Enabled { get; init; } = true;
    }

    public static void Map(IEndpointRouteBuilder cases) => cases
        .MapPut("/{projectCaseId:guid}", HandleAsync)
        .WithName(nameof(UpdateProjectCase))
        .WithSummary("Change what people say of a case: title, priority, tags, whether runs execute it. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<ProjectCaseResponse>, ApiProblem>> HandleAsync(Guid projectId, Guid projectCaseId, Request request, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        request.Tags.Any(t => t is null or { Length: 0 or > ProjectCase.TagLength })
            ? ApiErrors.Invalid("tags", $"A tag has 1 to {ProjectCase.TagLength} characters.")
            : await CaseChange.MakeAsync(
                projectId,
                projectCaseId,
                c => (c.Title, c.Priority, c.Tags, c.Enabled) = (request.Title ?? c.PlanTitle, request.Priority, [.. request.Tags.Distinct()], request.Enabled),
                db,
                http,
                cancellationToken);
}
