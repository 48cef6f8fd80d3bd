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

internal static class ListEnvironments
{
    private static readonly SortFields<ProjectEnvironment> Sorts = new SortFields<ProjectEnvironment>().And("name", e => e.Name).And("updatedAt", e => e.UpdatedAt);

    public static void Map(IEndpointRouteBuilder environments) => environments
        .MapGet("", HandleAsync)
        .WithName(nameof(ListEnvironments))
        .WithSummary("List a project's environments, newest first")
        .RequireAuthorization(Scopes.ProjectsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<EnvironmentResponse>>, ApiProblem>> HandleAsync(Guid projectId, [FromQuery(Name = "name"), Description("The one with this name; all when left out.")] string? name, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await page.PageOfAsync(
            db.Environments.AsNoTracking().Where(e => e.ProjectId == projectId && (name == null || e.Name == name)),
            EnvironmentResponse.Selector,
            http,
            cancellationToken,
            Sorts,
            whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
}
