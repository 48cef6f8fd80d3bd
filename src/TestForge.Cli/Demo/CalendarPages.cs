using System.Globalization;

namespace TestForge.Cli.Demo;

internal static class CalendarPages
{
    private const string Shape = "yyyy-MM";

    // A fixed first month instead of today's: the page has to be the same on every visit.
    private static readonly DateOnly _start = new(2026, 11, 1);

    public static DemoResponse Month(DemoRequest request)
    {
        var month = DateOnly.TryParseExact(request.Asked("month"), Shape, CultureInfo.InvariantCulture, DateTimeStyles.None, out var asked)
            ? asked
            : _start;
        var name = month.ToString("MMMM yyyy", CultureInfo.InvariantCulture);
        var blank = ((int)month.DayOfWeek + 6) % 7;
        var days = DateTime.DaysInMonth(month.Year, month.Month);
        var weeks = Markup.Join(Enumerable.Range(0, (blank + days + 6) / 7).Select(w => Markup.Of(
            $"<tr>{Markup.Join(Enumerable.Range((w * 7) - blank + 1, 7).Select(d => Day(d, days, month)))}</tr>")));
        return DemoResponse.Page(request, $"Opening hours, {name}", Markup.Of(
            $"""
            <h1>Opening hours</h1>
            <nav class="months" aria-label="Months">{Link(month, -1, "Previous month")}<h2>{name}</h2>{Link(month, 1, "Next month")}</nav>
            <table class="calendar"><caption class="hidden">Opening hours in {name}</caption>
            <thead><tr><th scope="col">Mon</th><th scope="col">Tue</th><th scope="col">Wed</th><th scope="col">Thu</th><th scope="col">Fri</th><th scope="col">Sat</th><th scope="col">Sun</th></tr></thead>
            <tbody>{weeks}</tbody></table>
            """));
    }

    private static Markup Day(int day, int days, DateOnly month)
    {
        if (day < 1 || day > days)
        {
            return Markup.Of($"<td></td>");
        }

        var hours = new DateOnly(month.Year, month.Month, day).DayOfWeek switch
        {
            DayOfWeek.Sunday => "Closed",
            DayOfWeek.Saturday => "9–16",
            _ => "10–18",
        };
        return Markup.Of($"""<td{Markup.If(hours == "Closed", $" class=\"closed\"")}><b>{day}</b> <span>{hours}</span></td>""");
    }

    private static Markup Link(DateOnly month, int step, string label)
    {
        var target = (month.Year * 12) + month.Month - 1 + step;
        // The calendar of .NET has an end, the links must not lead beyond it.
        return target / 12 is < 1 or > 9999
            ? Markup.Of($"<span></span>")
            : Markup.Of($"""<a class="button quiet" href="/calendar?month={month.AddMonths(step).ToString(Shape, CultureInfo.InvariantCulture)}">{label}</a>""");
    }
}
