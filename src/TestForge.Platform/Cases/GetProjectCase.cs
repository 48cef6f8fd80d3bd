using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Cases;

internal static class GetProjectCase
{
    public static void Map(IEndpointRouteBuilder cases) => cases
        .MapGet("/{projectCaseId:guid}", HandleAsync)
        .WithName(nameof(GetProjectCase))
        .WithSummary("Read a case of a project")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ProjectCaseResponse>, ApiProblem>> HandleAsync(Guid projectId, Guid projectCaseId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var found = await db.ProjectCases.AsNoTracking().SingleOrDefaultAsync(c => c.Id == projectCaseId && c.ProjectId == projectId, cancellationToken);
        if (found is null)
        {
            return CaseErrors.NotFound(projectCaseId);
        }

        ETags.Set(http, found.Version);
        return TypedResults.Ok(ProjectCaseResponse.Of(found));
    }
}
