namespace TestForge.Engine.Baselines;

/// <summary>What a person said of how a part of a page looked in a run.</summary>
/// <param name="Baseline">The name of the baseline, which has the viewport in it.</param>
/// <param name="Platform">Browser and system.</param>
/// <param name="Picture">SHA-256 of the picture that was looked at.</param>
/// <param name="Approved">Whether it became the baseline; else it stays a fault.</param>
/// <param name="At">When.</param>
/// <param name="By">Who, as the system knows them.</param>
/// <param name="Reason">Why, in their words.</param>
public sealed record BaselineReview(string Baseline, string Platform, string Picture, bool Approved, DateTimeOffset At, string By, string? Reason);
