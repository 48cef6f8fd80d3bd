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

namespace TestForge.Platform.Runs;

internal static class ListRuns
{
    private static readonly SortFields<Run> Sorts = new SortFields<Run>().And("queuedAt", r => r.QueuedAt);

    public static void Map(IEndpointRouteBuilder project) => project
        .MapGet("", HandleAsync)
        .WithName(nameof(ListRuns))
        .WithSummary("List a project's runs, newest first")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<RunResponse>>, ApiProblem>> HandleAsync(
        Guid projectId,
        [FromQuery(Name = "status"), Description("queued, running, passed, failed, broken or cancelled; all when left out.")] string? status,
        [FromQuery(Name = "environmentId"), Description("Runs at one environment; all when left out.")] Guid? environmentId,
        [FromQuery(Name = "scheduleId"), Description("Runs that one schedule started; all when left out.")] Guid? scheduleId,
        [FromQuery(Name = "from"), Description("Queued at this moment or later, such as 2026-03-01T00:00:00Z.")] DateTimeOffset? from,
        [FromQuery(Name = "to"), Description("Queued before this moment.")] DateTimeOffset? to,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (EnumFilter.Read<RunStatus>("status", status, out var wanted) is { } problem)
        {
            return problem;
        }

        var (first, end) = (from?.ToUniversalTime(), to?.ToUniversalTime());
        var runs = db.Runs.AsNoTracking().Where(r => r.ProjectId == projectId && (wanted == null || r.Status == wanted) && (environmentId == null || r.EnvironmentId == environmentId) && (scheduleId == null || r.ScheduleId == scheduleId));
        runs = first is null ? runs : runs.Where(r => r.QueuedAt >= first);
        runs = end is null ? runs : runs.Where(r => r.QueuedAt < end);
        return await page.PageOfAsync(runs, RunResponse.Selector, http, cancellationToken, Sorts, whenEmpty: ProjectErrors.UnlessThere(db, projectId, cancellationToken));
    }
}
