using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Schedules;

internal static class UpdateSchedule
{
    public static void Map(IEndpointRouteBuilder schedules) => schedules
        .MapPut("/{scheduleId:guid}", HandleAsync)
        .WithName(nameof(UpdateSchedule))
        .WithSummary("Change a schedule, pause or resume it. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<ScheduleResponse>, ApiProblem>> HandleAsync(
        Guid projectId,
        Guid scheduleId,
        ScheduleFields request,
        PlatformDb db,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        var schedule = await db.Schedules.SingleOrDefaultAsync(s => s.Id == scheduleId && s.ProjectId == projectId, cancellationToken);
        if (schedule is null)
        {
            return ScheduleErrors.NotFound(scheduleId);
        }

        if ((ETags.WhyNot(http, schedule.Version) ?? request.WhyNot()) is { } wrong)
        {
            return wrong;
        }

        var (environment, problem) = await RunEnvironment.FindAsync(db, projectId, request.Run.EnvironmentId, cancellationToken);
        if (environment is null)
        {
            return problem!;
        }

        var now = clock.GetUtcNow();
        (schedule.Name, schedule.Cron, schedule.TimeZone, schedule.Paused) = (request.Name, request.Cron, request.TimeZone, request.Paused);
        (schedule.EnvironmentId, schedule.Settings, schedule.UpdatedAt) = (environment.Id, StartRun.SettingsOf(request.Run), now);
        schedule.Version++;
        await db.SaveChangesAsync(cancellationToken);
        await ScheduleWork.PlanAsync(db, schedule, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, schedule.Version);
        return TypedResults.Ok(ScheduleResponse.Of(schedule));
    }
}
