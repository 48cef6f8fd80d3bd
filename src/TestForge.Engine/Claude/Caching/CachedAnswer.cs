namespace TestForge.Engine.Claude.Caching;

/// <summary>A kept answer.</summary>
/// <param name="Key">The whole key, compared when it is read.</param>
/// <param name="At">When it was made.</param>
/// <param name="Json">The answer as it came, with placeholders for what was masked.</param>
/// <param name="Usd">What it cost.</param>
public sealed record CachedAnswer(string Key, DateTimeOffset At, string Json, decimal Usd);
