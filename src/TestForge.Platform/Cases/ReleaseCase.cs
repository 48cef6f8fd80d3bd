using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Cases;

internal static class ReleaseCase
{
    public static void Map(IEndpointRouteBuilder cases) => cases
        .MapDelete("/{projectCaseId:guid}/quarantine", HandleAsync)
        .WithName(nameof(ReleaseCase))
        .WithSummary("Take a case out of quarantine. Needs If-Match with the case's ETag.")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static Task<Results<Ok<ProjectCaseResponse>, ApiProblem>> HandleAsync(Guid projectId, Guid projectCaseId, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        CaseChange.MakeAsync(projectId, projectCaseId, c => (c.QuarantineReason, c.QuarantineOwner, c.QuarantineExpires) = (null, null, null), db, http, cancellationToken);
}
