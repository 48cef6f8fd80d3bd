using Cronos;

namespace TestForge.Platform.Schedules;

/// <summary>When a cron expression comes due in a time zone. Times that do not exist when clocks go forward come right after, and times that exist twice come once.</summary>
internal static class CronTimes
{
    /// <summary>Why the expression cannot be used, or null.</summary>
    public static string? WhyNoCron(string cron) => CronExpression.TryParse(cron, CronFormat.Standard, out _)
        ? null
        : "It has to be a cron expression of five fields: minute, hour, day of month, month, day of week, such as 0 6 * * MON-FRI.";

    /// <summary>Why the time zone cannot be used, or null.</summary>
    public static string? WhyNoZone(string zone) => Find(zone) is null ? "It has to be an IANA time zone that this server knows, such as Europe/Berlin or UTC." : null;

    /// <summary>The first time after a moment, or null when there is none.</summary>
    public static DateTimeOffset? After(string cron, string zone, DateTimeOffset moment) =>
        CronExpression.Parse(cron, CronFormat.Standard).GetNextOccurrence(moment.UtcDateTime, Find(zone) ?? TimeZoneInfo.Utc) is { } next ? new DateTimeOffset(next, TimeSpan.Zero) : null;

    /// <summary>The next times after a moment, a number of them at most.</summary>
    public static IReadOnlyList<DateTimeOffset> After(string cron, string zone, DateTimeOffset moment, int count)
    {
        var times = new List<DateTimeOffset>();
        while (times.Count < count && After(cron, zone, times.Count == 0 ? moment : times[^1]) is { } next)
        {
            times.Add(next);
        }

        return times;
    }

    private static TimeZoneInfo? Find(string zone) => TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) && (found.HasIanaId || zone == "UTC") ? found : null;
}
