namespace TestForge.Pipeline;

/// <summary>One run of a case in a fresh browser context.</summary>
public sealed record Attempt
{
    /// <summary>1 for the first.</summary>
    public required int Number { get; init; }

    public required bool Passed { get; init; }

    public required DateTimeOffset StartedAt { get; init; }

    public required long Milliseconds { get; init; }

    /// <summary>One for each step that was reached.</summary>
    public IReadOnlyList<StepResult> Steps { get; init; } = [];

    public Failure? Failure { get; init; }

    public IReadOnlyList<ArtifactRef> Evidence { get; init; } = [];

    public IReadOnlyList<ConsoleEntry> Console { get; init; } = [];

    public IReadOnlyList<FailedRequest> FailedRequests { get; init; } = [];

    /// <summary>Some of the cases that ran at the same time; empty when it ran alone.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Whether its context had served another case and was made like new.</summary>
    public bool ContextServedBefore { get; init; }

    /// <summary>Elements whose healed locator this attempt used.</summary>
    public IReadOnlyList<string> HealedElements { get; init; } = [];
}
