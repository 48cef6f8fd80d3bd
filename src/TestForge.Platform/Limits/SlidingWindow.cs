namespace TestForge.Platform.Limits;

/// <summary>
/// A sliding window from two counters: what was counted in the fixed window before weighs as much as that window still overlaps the sliding one.
/// Two numbers for a caller instead of a time for each request; the error is bounded by how unevenly the requests of the window before were spread.
/// </summary>
internal static class SlidingWindow
{
    /// <summary>The number of the fixed window, and how much of it has passed, from 0 to 1.</summary>
    public static (long Slot, double Passed) At(DateTimeOffset now, TimeSpan window)
    {
        var milliseconds = now.ToUnixTimeMilliseconds();
        var length = (long)window.TotalMilliseconds;
        return (milliseconds / length, milliseconds % length / (double)length);
    }

    /// <summary>Whether one more fits.</summary>
    public static bool Fits(long before, long current, double passed, int limit) => (before * (1 - passed)) + current + 1 <= limit;

    /// <param name="allowed">Whether the request was counted.</param>
    /// <param name="before">Count of the window before.</param>
    /// <param name="current">Count of this one, the request included when it was counted.</param>
    /// <param name="passed">How much of this window has passed.</param>
    /// <param name="limit">Most in a window.</param>
    /// <param name="window">Its length.</param>
    public static RateDecision Decide(bool allowed, long before, long current, double passed, int limit, TimeSpan window)
    {
        var used = (before * (1 - passed)) + current;
        return new(allowed, limit, Math.Max(0, (int)Math.Floor(limit - used)), allowed ? window * (1 - passed) : Wait(before, current, passed, limit, window));
    }

    // What came in this window alone may fill it; then it has to become the one before, and to weigh less.
    private static TimeSpan Wait(long before, long current, double passed, int limit, TimeSpan window)
    {
        var room = limit - 1 - current;
        return room >= 0 && before > 0
            ? window * Math.Max(0, 1 - ((double)room / before) - passed)
            : window * (1 - passed + Math.Max(0, 1 - ((limit - 1d) / Math.Max(1, current))));
    }
}
