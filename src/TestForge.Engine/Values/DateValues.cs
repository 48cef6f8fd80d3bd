using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Values;

/// <summary>Dates and times inside and outside what a field allows. Fixed, so that a plan does not age.</summary>
internal static class DateValues
{
    private static readonly DateTime Later = new(2035, 5, 16, 10, 30, 0, DateTimeKind.Unspecified);
    private const int WellAfter = 20;
    private const int Adult = 30 * 365;

    private static readonly DateTime Born = new(1990, 5, 16, 10, 30, 0, DateTimeKind.Unspecified);

    public static string? Valid(FormField field)
    {
        var min = Parse(field, field.Min);
        var max = Parse(field, field.Max);
        var wanted = IsBirthday(field) ? Born : Later;
        if (wanted < min)
        {
            wanted = min.Value;
        }

        if (wanted > max)
        {
            wanted = max.Value;
        }

        return wanted < min ? null : Text(field, wanted);
    }

    /// <summary>Where a valid day lies from what the field allows; null when it names no day, or is no plain date.</summary>
    public static BoundedDay? ValidDay(FormField field)
    {
        if (field.Type != "date")
        {
            return null;
        }

        var min = Parse(field, field.Min);
        var max = Parse(field, field.Max);
        if (min is not null)
        {
            return new(DateBound.Earliest, max is null ? WellAfter : Math.Max(0, Math.Min(WellAfter, (max.Value - min.Value).Days)));
        }

        return max is null ? null : new(DateBound.Latest, IsBirthday(field) ? -Adult : 0);
    }

    private static bool IsBirthday(FormField field) => field.Label.Contains("birth", StringComparison.OrdinalIgnoreCase) || field.Autocomplete == "bday";

    public static string? BelowMin(FormField field) => Parse(field, field.Min) is { Year: > 2 } min ? Text(field, Shift(field, min, -1)) : null;

    public static string? AboveMax(FormField field) => Parse(field, field.Max) is { Year: < 9990 } max ? Text(field, Shift(field, max, 1)) : null;

    private static DateTime Shift(FormField field, DateTime date, int by) => field.Type switch
    {
        "time" => date.AddMinutes(by),
        "datetime-local" => date.AddMinutes(by),
        "month" => date.AddMonths(by),
        "week" => date.AddDays(7 * by),
        _ => date.AddDays(by),
    };

    private static DateTime? Parse(FormField field, string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return null;
        }

        if (field.Type == "week")
        {
            return text.Length == 8 && text[4..6] == "-W"
                && int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)
                && int.TryParse(text.AsSpan(6), NumberStyles.None, CultureInfo.InvariantCulture, out var week)
                && year is > 1 and < 9999 && week is >= 1 and <= 53
                ? ISOWeek.ToDateTime(year, week, DayOfWeek.Monday)
                : null;
        }

        return DateTime.TryParse(field.Type == "time" ? $"2035-05-16T{text}" : text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;
    }

    private static string Text(FormField field, DateTime date) => field.Type switch
    {
        "time" => date.ToString("HH:mm", CultureInfo.InvariantCulture),
        "datetime-local" => date.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture),
        "month" => date.ToString("yyyy-MM", CultureInfo.InvariantCulture),
        "week" => string.Create(CultureInfo.InvariantCulture, $"{ISOWeek.GetYear(date):0000}-W{ISOWeek.GetWeekOfYear(date):00}"),
        _ => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
    };
}
