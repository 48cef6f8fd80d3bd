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

namespace TestForge.Platform.Schedules;

internal static class ListSchedules
{
    private static readonly SortFields<Schedule> Sorts = new SortFields<Schedule>().And("name", s => s.Name).And("updatedAt", s => s.UpdatedAt);

    public static void Map(IEndpointRouteBuilder schedules) => schedules
        .MapGet("", HandleAsync)
        .WithName(nameof(ListSchedules))
        .WithSummary("List a project's schedules, newest first")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<ScheduleResponse>>, ApiProblem>> HandleAsync(Guid projectId, [FromQuery(Name = "paused"), Description("Whether it is paused; both when left out.")] bool? paused, [AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        await page.PageOfAsync(db.Schedules.AsNoTracking().Where(s => s.ProjectId == projectId && (paused == null || s.Paused == paused)), ScheduleResponse.Selector, http, cancellationToken, Sorts, whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
}
