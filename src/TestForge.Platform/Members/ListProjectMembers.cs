using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Members;

internal static class ListProjectMembers
{
    public static void Map(IEndpointRouteBuilder members) => members
        .MapGet("", HandleAsync)
        .WithName(nameof(ListProjectMembers))
        .WithSummary("List who has a role of their own in a project")
        .RequireAuthorization(Scopes.MembersRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<ProjectMemberResponse>>, ApiProblem>> HandleAsync(Guid projectId, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await page.PageOfAsync(db.ProjectMemberships.AsNoTracking().Where(m => m.ProjectId == projectId), ProjectMemberResponse.Selector(db), http, cancellationToken, whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
}
