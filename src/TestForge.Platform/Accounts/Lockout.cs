namespace TestForge.Platform.Accounts;

/// <summary>How long an account is shut after failures: not at all for a few, then twice as long each time.</summary>
internal static class Lockout
{
    /// <summary>Tries that are free.</summary>
    public const int FreeTries = 5;

    public static readonly TimeSpan First = TimeSpan.FromMinutes(1);

    // Anybody can shut anybody's account by failing, so it is never for long.
    public static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    public static TimeSpan? After(int failures) => failures < FreeTries ? null : First * Math.Pow(2, Math.Min(failures - FreeTries, 10)) is var time && time < Longest ? time : Longest;
}
