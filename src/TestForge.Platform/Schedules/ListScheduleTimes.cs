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

namespace TestForge.Platform.Schedules;

internal static class ListScheduleTimes
{
    private const int Most = 100;

    public sealed record Response(string TimeZone, IReadOnlyList<DateTimeOffset> Times);

    public static void Map(IEndpointRouteBuilder schedules) => schedules
        .MapGet("/{scheduleId:guid}/times", HandleAsync)
        .WithName(nameof(ListScheduleTimes))
        .WithSummary("List the next times at which a schedule comes due, as if it were not paused")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(
        Guid projectId,
        Guid scheduleId,
        [FromQuery(Name = "count"), Description("How many, 1 to 100; 10 when left out.")] int? count,
        PlatformDb db,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        if (count is < 1 or > Most)
        {
            return ApiErrors.Invalid("count", $"Allowed is 1 to {Most}.");
        }

        return await db.Schedules.AsNoTracking().SingleOrDefaultAsync(s => s.Id == scheduleId && s.ProjectId == projectId, cancellationToken) is { } schedule
            ? TypedResults.Ok(new Response(schedule.TimeZone, CronTimes.After(schedule.Cron, schedule.TimeZone, clock.GetUtcNow(), count ?? 10)))
            : ScheduleErrors.NotFound(scheduleId);
    }
}
