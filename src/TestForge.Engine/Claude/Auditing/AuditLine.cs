namespace TestForge.Engine.Claude.Auditing;

/// <summary>What is noted of a call. Request and answer are the masked ones, and there only when the options ask for them.</summary>
internal sealed record AuditLine
{
    public required DateTimeOffset At { get; init; }

    public required string Tenant { get; init; }

    public required string Project { get; init; }

    public required string Run { get; init; }

    public required ClaudePurpose Purpose { get; init; }

    public string? Subject { get; init; }

    public required string Prompt { get; init; }

    public required int PromptVersion { get; init; }

    public required string Model { get; init; }

    public required ClaudeOutcome Outcome { get; init; }

    public string? Reason { get; init; }

    public required string RequestSha256 { get; init; }

    public string? AnswerSha256 { get; init; }

    public required ClaudeUsage Usage { get; init; }

    public required decimal Usd { get; init; }

    public decimal SavedUsd { get; init; }

    public required long Milliseconds { get; init; }

    /// <summary>Values that were masked.</summary>
    public required int Masked { get; init; }

    /// <summary>Places that read like instructions to a model.</summary>
    public required int Suspicious { get; init; }

    public string? Request { get; init; }

    public string? Answer { get; init; }
}
