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

internal static class QuarantineCase
{
    private const int LongestDays = 366;

    public sealed record Request
    {
        /// <summary>Why, in words.</summary>
        [Required]
        [StringLength(ProjectCase.ReasonLength, MinimumLength = 1)]
        public required string Reason { get; init; }

        /// <summary>Who sees to it.</summary>
        [Required]
        [StringLength(ProjectCase.OwnerLength, MinimumLength = 1)]
        public required string Owner { get; init; }

        /// <summary>The last day on which it holds, such as 2030-01-31; a year ahead at most.</summary>
        public required DateOnly Expires { get; init; }
    }

    public static void Map(IEndpointRouteBuilder cases) => cases
        .MapPut("/{projectCaseId:guid}/quarantine", HandleAsync)
        .WithName(nameof(QuarantineCase))
        .WithSummary("Put a case into quarantine: it runs and is told, and its failures do not fail runs until the last day. Needs If-Match with the case's ETag.")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<ProjectCaseResponse>, ApiProblem>> HandleAsync(Guid projectId, Guid projectCaseId, Request request, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return request.Expires < today || request.Expires > today.AddDays(LongestDays)
            ? ApiErrors.Invalid("expires", "The day has to be today or later, and within a year.")
            : await CaseChange.MakeAsync(
                projectId,
                projectCaseId,
                c => (c.QuarantineReason, c.QuarantineOwner, c.QuarantineExpires) = (request.Reason, request.Owner, request.Expires),
                db,
                http,
                cancellationToken);
    }
}
