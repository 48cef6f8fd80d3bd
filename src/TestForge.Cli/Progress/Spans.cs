using System.Globalization;

namespace TestForge.Cli.Progress;

/// <summary>Times as people say them.</summary>
internal static class Spans
{
    public static string Words(TimeSpan span) => span switch
    {
        { TotalSeconds: < 10 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(0, span.TotalSeconds):0.0} s"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalSeconds)} s"),
        { TotalHours: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{span.Minutes} min {span.Seconds:00} s"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(span.TotalHours)} h {span.Minutes:00} min"),
    };

    /// <summary>An estimate, rounded so that it does not promise more than it knows.</summary>
    public static string About(TimeSpan span)
    {
        var seconds = Math.Max(1, span.TotalSeconds);
        var step = seconds switch { < 20 => 1, < 120 => 5, < 600 => 30, _ => 60 };
        return "about " + Words(TimeSpan.FromSeconds(Math.Ceiling(seconds / step) * step)).Replace(".0 s", " s", StringComparison.Ordinal);
    }
}
