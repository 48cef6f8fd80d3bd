using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Schedules;

internal static class DeleteSchedule
{
    public static void Map(IEndpointRouteBuilder schedules) => schedules
        .MapDelete("/{scheduleId:guid}", HandleAsync)
        .WithName(nameof(DeleteSchedule))
        .WithSummary("Delete a schedule. Its runs stay. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid projectId, Guid scheduleId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var schedule = await db.Schedules.SingleOrDefaultAsync(s => s.Id == scheduleId && s.ProjectId == projectId, cancellationToken);
        if (schedule is null)
        {
            return ScheduleErrors.NotFound(scheduleId);
        }

        if (ETags.WhyNot(http, schedule.Version) is { } stale)
        {
            return stale;
        }

        db.Remove(schedule);
        await db.SaveChangesAsync(cancellationToken);
        await ScheduleWork.RemoveAsync(db, scheduleId, cancellationToken);
        return TypedResults.NoContent();
    }
}
