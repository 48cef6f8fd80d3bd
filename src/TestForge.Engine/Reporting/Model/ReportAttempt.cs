using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>One run of a case.</summary>
internal sealed record ReportAttempt
{
    public required int Number { get; init; }
    public required bool Passed { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required long Milliseconds { get; init; }
    public ReportFailure? Failure { get; init; }
    public IReadOnlyList<ReportEvidence> Evidence { get; init; } = [];

    [Description("How a part of the page differed from its baseline; absent when no picture did.")]
    public ReportLook? Look { get; init; }

    public IReadOnlyList<ConsoleEntry> Console { get; init; } = [];
    public IReadOnlyList<FailedRequest> FailedRequests { get; init; } = [];
    public IReadOnlyList<string> HealedElements { get; init; } = [];
}
