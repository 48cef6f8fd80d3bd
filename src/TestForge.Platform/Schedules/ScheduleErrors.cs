using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Schedules;

internal static class ScheduleErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "schedule.not_found", $"The project has no schedule {id}.");

    public static ApiProblem TooMany(int most) => new(StatusCodes.Status409Conflict, "schedule.too_many", $"The project has {most} schedules already. Delete one that is not needed.");
}
