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
using TestForge.Platform.Projects;

namespace TestForge.Platform.Baselines;

internal static class ListBaselines
{
    public sealed record Item(Guid Id, Guid EnvironmentId, string Name, string Platform, string Sha256, long Length, DateTimeOffset ChangedAt, Guid RunId);

    private static readonly SortFields<ProjectBaseline> Sorts = new SortFields<ProjectBaseline>().And("name", b => b.Name).And("changedAt", b => b.ChangedAt);

    public static void Map(IEndpointRouteBuilder project) => project
        .MapGet("/baselines", HandleAsync)
        .WithName(nameof(ListBaselines))
        .WithSummary("List the pictures that a project's runs compare with")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<Item>>, ApiProblem>> HandleAsync(
        Guid projectId,
        [FromQuery(Name = "environmentId"), Description("Those of one environment; all when left out.")] Guid? environmentId,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken) =>
        await page.PageOfAsync(
            db.ProjectBaselines.AsNoTracking().Where(b => b.ProjectId == projectId && (environmentId == null || b.EnvironmentId == environmentId)),
            b => new Item(b.Id, b.EnvironmentId, b.Name, b.Platform, b.Sha256, b.Length, b.ChangedAt, b.RunId),
            http,
            cancellationToken,
            Sorts,
            whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
}
