namespace TestForge.Engine.Claude;

/// <summary>Ends a call inside the client, which turns it into an outcome. It never leaves the client.</summary>
internal sealed class ClaudeStopException(ClaudeOutcome outcome, string message, Exception? inner = null) : Exception(message, inner)
{
    public ClaudeOutcome Outcome { get; } = outcome;

    /// <summary>What was used until then.</summary>
    public ClaudeUsage Usage { get; init; }

    /// <summary>Whether the same request may succeed when it is sent again.</summary>
    public bool Retryable { get; init; }

    /// <summary>Whether it shows that the service is ill, rather than busy or unwilling.</summary>
    public bool Ill { get; init; }

    /// <summary>How long the service asks to wait.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
