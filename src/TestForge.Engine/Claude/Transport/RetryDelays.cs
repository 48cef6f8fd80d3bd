using System.Globalization;

namespace TestForge.Engine.Claude.Transport;

/// <summary>How long to wait before a call is tried again, as the service documents it for its clients.</summary>
internal static class RetryDelays
{
    /// <summary>A longer wait than this is not obeyed, but the usual one taken.</summary>
    private static readonly TimeSpan LongestAsked = TimeSpan.FromSeconds(60);

    /// <summary>Doublings of the first delay: 0.5 s grows to 8 s.</summary>
    private const int MaxDoublings = 4;

    /// <summary>Up to a quarter is taken off, so that callers who failed together do not come back together.</summary>
    private const double Jitter = 0.25;

    /// <param name="retry">0 for the first retry.</param>
    /// <param name="first">The delay before the first retry.</param>
    /// <param name="asked">What the service asks for.</param>
    /// <param name="chance">From 0 to 1.</param>
    public static TimeSpan For(int retry, TimeSpan first, TimeSpan? asked, double chance) =>
        asked is { } time && time > TimeSpan.Zero && time <= LongestAsked
            ? time
            : first * Math.Pow(2, Math.Min(retry, MaxDoublings)) * (1 - (Jitter * chance));

    /// <summary>The wait in the headers <c>retry-after-ms</c> and <c>retry-after</c>, the latter in seconds.</summary>
    public static TimeSpan? Asked(string? milliseconds, string? seconds) =>
        Number(milliseconds) is { } ms ? TimeSpan.FromMilliseconds(ms) : Number(seconds) is { } s ? TimeSpan.FromSeconds(s) : null;

    private static double? Number(string? text) =>
        double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number is >= 0 and < 1_000_000 ? number : null;
}
