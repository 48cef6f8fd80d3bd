namespace TestForge.Platform.Webhooks;

/// <summary>When a delivery is tried again: soon at first, and for a little over three days in all. The steps are those that the Standard Webhooks specification suggests.</summary>
internal static class RetryTimes
{
    private static readonly TimeSpan[] Waits =
    [
        TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10),
        TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24),
    ];

    /// <summary>All attempts there are.</summary>
    public static int Most => Waits.Length + 1;

    /// <param name="attempts">Attempts made.</param>
    /// <param name="chance">From 0 to 1; a tenth of the wait is left to it, so that not all come back at once.</param>
    /// <param name="asked">How long the receiver asks to wait; a day at most is granted.</param>
    /// <returns>How long to wait, or null when it was tried often enough.</returns>
    public static TimeSpan? After(int attempts, double chance, TimeSpan? asked = null)
    {
        if (attempts >= Most)
        {
            return null;
        }

        var wait = Waits[attempts - 1];
        var longer = asked > Waits[^1] ? Waits[^1] : asked ?? wait;
        return (longer > wait ? longer : wait) * (1 + (0.1 * chance));
    }
}
