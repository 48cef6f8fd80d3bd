using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class ListProjects
{
    public static void Map(IEndpointRouteBuilder projects) => projects
        .MapGet("", HandleAsync)
        .WithName(nameof(ListProjects))
        .WithSummary("List projects, newest first")
        .RequireAuthorization(Scopes.ProjectsRead);

    private static Task<Results<Ok<Page<ProjectResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.Projects.AsNoTracking(), p => new ProjectResponse(p.Id, p.Name, p.Description, p.CreatedAt, p.UpdatedAt, p.Version), http, cancellationToken);
}
