using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class ListProjects
{
    private static readonly SortFields<Project> Sorts = new SortFields<Project>().And("name", p => p.Name).And("updatedAt", p => p.UpdatedAt);

    public static void Map(IEndpointRouteBuilder projects) => projects
        .MapGet("", HandleAsync)
        .WithName(nameof(ListProjects))
        .WithSummary("List projects, newest first")
        .RequireAuthorization(Scopes.ProjectsRead);

    private static Task<Results<Ok<Page<ProjectResponse>>, ApiProblem>> HandleAsync([FromQuery(Name = "name"), Description("Those with exactly this name; all when left out.")] string? name, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.Projects.AsNoTracking().Where(p => name == null || p.Name == name), p => new ProjectResponse(p.Id, p.Name, p.Description, p.CreatedAt, p.UpdatedAt, p.Version), http, cancellationToken, Sorts);
}
