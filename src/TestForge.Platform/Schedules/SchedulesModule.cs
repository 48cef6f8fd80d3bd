using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Schedules;

public static class SchedulesModule
{
    public static IServiceCollection AddSchedules(this IServiceCollection services) => services.AddHostedService<ScheduleWorker>();

    public static void MapSchedules(this IEndpointRouteBuilder api)
    {
        var schedules = api.MapGroup("/projects/{projectId:guid}/schedules").WithTags("Schedules");
        CreateSchedule.Map(schedules);
        GetSchedule.Map(schedules);
        ListSchedules.Map(schedules);
        UpdateSchedule.Map(schedules);
        DeleteSchedule.Map(schedules);
        ListScheduleTimes.Map(schedules);
    }
}
