using System.Globalization;

namespace TestForge.Engine.Reporting.Html;

/// <summary>Figures as people read them, the same on every machine.</summary>
internal static class Figures
{
    public static string Number(double value, int digits) =>
        value.ToString(digits == 0 ? "#,0" : "#,0." + new string('#', digits), CultureInfo.InvariantCulture);

    public static string Usd(double usd) => usd.ToString("0.00##", CultureInfo.InvariantCulture) + " USD";

    public static string Percent(double share) => Number(Math.Round(100 * share), 0) + " %";

    public static string Duration(double milliseconds) => milliseconds switch
    {
        < 1000 => $"{Number(Math.Round(milliseconds), 0)} ms",
        < 59_950 => (milliseconds / 1000).ToString("0.0", CultureInfo.InvariantCulture) + " s",
        _ => $"{Number(Math.Floor(milliseconds / 60_000), 0)} min {Number(Math.Floor(milliseconds / 1000 % 60), 0)} s",
    };

    public static string Bytes(long length) => length switch
    {
        < 1024 => $"{length} B",
        < 1024 * 1024 => $"{Number(length / 1024.0, 0)} KB",
        _ => $"{Number(length / 1048576.0, 1)} MB",
    };

    public static string Moment(DateTimeOffset time) =>
        time.UtcDateTime.ToString("d MMM yyyy, HH:mm 'UTC'", CultureInfo.InvariantCulture);
}
