using System.Globalization;

namespace TestForge.Engine.Steps;

/// <summary>A date so many days from the one a date field names as its earliest or latest.</summary>
internal static class BoundedDate
{
    private const string Day = "yyyy-MM-dd";

    /// <summary>Returns null when the bound is no date of the form 2031-12-24, or the result none of our calendar.</summary>
    public static string? Of(string? bound, int days) =>
        DateOnly.TryParseExact(bound, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date)
        && date.DayNumber + days is >= 0 and var number && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber(number).ToString(Day, CultureInfo.InvariantCulture)
            : null;
}
