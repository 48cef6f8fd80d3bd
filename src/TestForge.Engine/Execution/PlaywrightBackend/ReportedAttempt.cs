namespace TestForge.Engine.Execution.PlaywrightBackend;

/// <summary>A line of the reporter: an attempt that ended, or an error outside all tests.</summary>
internal sealed record ReportedAttempt
{
    /// <summary><c>attempt</c> or <c>error</c>.</summary>
    public required string Kind { get; init; }

    public string CaseId { get; init; } = "";

    public int Number { get; init; } = 1;

    /// <summary>True when the runner will not try this test again.</summary>
    public bool Last { get; init; }

    /// <summary><c>passed</c>, <c>failed</c>, <c>timedOut</c>, <c>skipped</c> or <c>interrupted</c>.</summary>
    public string Status { get; init; } = "";

    public DateTimeOffset StartedAt { get; init; }

    public long Milliseconds { get; init; }

    public IReadOnlyList<ReportedStep> Steps { get; init; } = [];

    public IReadOnlyList<string> Errors { get; init; } = [];

    public IReadOnlyList<ReportedFile> Attachments { get; init; } = [];

    public string Message { get; init; } = "";
}
