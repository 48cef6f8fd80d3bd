namespace TestForge.Platform.Runs;

internal static class RunTimes
{
    /// <summary>The time to the millisecond: every database gives it back as it was, and a resumed run has the same input.</summary>
    public static DateTimeOffset Now(this TimeProvider clock) => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
}
