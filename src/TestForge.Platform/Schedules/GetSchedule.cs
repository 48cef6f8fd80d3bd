using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Schedules;

internal static class GetSchedule
{
    public static void Map(IEndpointRouteBuilder schedules) => schedules
        .MapGet("/{scheduleId:guid}", HandleAsync)
        .WithName(nameof(GetSchedule))
        .WithSummary("Read a schedule, when it comes due next and what came of it last")
        .RequireAuthorization(Scopes.RunsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<ScheduleResponse>, ApiProblem>> HandleAsync(Guid projectId, Guid scheduleId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var schedule = await db.Schedules.AsNoTracking().SingleOrDefaultAsync(s => s.Id == scheduleId && s.ProjectId == projectId, cancellationToken);
        if (schedule is null)
        {
            return ScheduleErrors.NotFound(scheduleId);
        }

        ETags.Set(http, schedule.Version);
        return TypedResults.Ok(ScheduleResponse.Of(schedule));
    }
}
