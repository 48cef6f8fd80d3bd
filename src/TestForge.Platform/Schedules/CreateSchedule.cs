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

internal static class CreateSchedule
{
    private const int MostOfProject = 100;

    public static void Map(IEndpointRouteBuilder schedules) => schedules
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateSchedule))
        .WithSummary("Have runs of a project started at set times")
        .RequireAuthorization(Scopes.RunsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<ScheduleResponse>, ApiProblem>> HandleAsync(Guid projectId, ScheduleFields request, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (request.WhyNot() is { } invalid)
        {
            return invalid;
        }

        var (environment, problem) = await RunEnvironment.FindAsync(db, projectId, request.Run.EnvironmentId, cancellationToken);
        if (environment is null)
        {
            return problem!;
        }

        if (await db.Schedules.CountAsync(s => s.ProjectId == projectId, cancellationToken) >= MostOfProject)
        {
            return ScheduleErrors.TooMany(MostOfProject);
        }

        var now = clock.GetUtcNow();
        var schedule = new Schedule
        {
            Id = Guid.CreateVersion7(now),
            TenantId = environment.TenantId,
            ProjectId = projectId,
            EnvironmentId = environment.Id,
            Name = request.Name,
            Cron = request.Cron,
            TimeZone = request.TimeZone,
            Paused = request.Paused,
            Settings = StartRun.SettingsOf(request.Run),
            CreatedAt = now,
            UpdatedAt = now,
        };
        await ScheduleWork.PlanAsync(db, schedule, now, cancellationToken);
        db.Schedules.Add(schedule);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, schedule.Version);
        return TypedResults.Created($"/api/v1/projects/{projectId}/schedules/{schedule.Id}", ScheduleResponse.Of(schedule));
    }
}
