namespace TestForge.Platform.Limits;

/// <summary>Whether a request fits.</summary>
/// <param name="Allowed">It fits, and was counted.</param>
/// <param name="Limit">Most in a window.</param>
/// <param name="Remaining">How many more fit now.</param>
/// <param name="Reset">When it is worth to try again, or when all that was counted is forgotten.</param>
internal readonly record struct RateDecision(bool Allowed, int Limit, int Remaining, TimeSpan Reset);
