using System.ComponentModel.DataAnnotations;
using TestForge.Platform.Api;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Schedules;

/// <summary>What a caller says of a schedule.</summary>
internal sealed record ScheduleFields
{
    [Required]
    [StringLength(Schedule.NameLength, MinimumLength = 1)]
    public required string Name { get; init; }

    /// <summary>Five fields: minute, hour, day of month, month, day of week. <c>0 6 * * MON-FRI</c> is six o'clock on working days.</summary>
    [Required]
    [StringLength(Schedule.CronLength, MinimumLength = 1)]
    public required string Cron { get; init; }

    /// <summary>An IANA name, such as <c>Europe/Berlin</c>.</summary>
    [StringLength(Schedule.ZoneLength, MinimumLength = 1)]
    public string TimeZone { get; init; } = "UTC";

    /// <summary>A paused schedule starts nothing until it is resumed.</summary>
    public bool Paused { get; init; }

    /// <summary>What its runs are to do, as when a run is started; <c>environmentId</c> says where.</summary>
    public StartRun.Request Run { get; init; } = new();

    /// <summary>Why it cannot be so, beyond what attributes say; or null.</summary>
    public ApiProblem? WhyNot() =>
        CronTimes.WhyNoCron(Cron) is { } cron ? ApiErrors.Invalid("cron", cron)
        : CronTimes.WhyNoZone(TimeZone) is { } zone ? ApiErrors.Invalid("timeZone", zone)
        : StartRun.WhyNot(Run);
}
