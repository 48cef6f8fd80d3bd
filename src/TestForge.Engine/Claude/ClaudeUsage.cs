namespace TestForge.Engine.Claude;

/// <summary>Tokens of one call or of several.</summary>
/// <param name="Input">Input that neither came from the provider's prompt cache nor was written to it.</param>
/// <param name="CacheWrite5m">Written to the prompt cache for five minutes.</param>
/// <param name="CacheWrite1h">Written to the prompt cache for an hour.</param>
/// <param name="CacheRead">Read from the prompt cache.</param>
/// <param name="Output">Written by the model, thinking included.</param>
internal readonly record struct ClaudeUsage(long Input, long CacheWrite5m, long CacheWrite1h, long CacheRead, long Output)
{
    /// <summary>The whole prompt.</summary>
    public long TotalInput => Input + CacheWrite5m + CacheWrite1h + CacheRead;

    public long Total => TotalInput + Output;

    public static ClaudeUsage operator +(ClaudeUsage a, ClaudeUsage b) => new(
        a.Input + b.Input,
        a.CacheWrite5m + b.CacheWrite5m,
        a.CacheWrite1h + b.CacheWrite1h,
        a.CacheRead + b.CacheRead,
        a.Output + b.Output);
}
