using System.ComponentModel;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Model;

/// <summary>A case, what became of it, and why.</summary>
internal sealed record ReportCase
{
    public required string Id { get; init; }
    public required string Title { get; init; }
    public required string FeatureId { get; init; }
    public string Technique { get; init; } = "";
    public double Risk { get; init; }
    public string Why { get; init; } = "";
    public required Verdict Verdict { get; init; }

    [Description("Why it was not run; absent when it was.")]
    public NotRunReason? NotRunBecause { get; init; }

    [Description("Why failures of the case do not count for now, who sees to it, and the last day.")]
    public Quarantine? Quarantine { get; init; }

    [Description("What kind of failure all attempts together show, what shows it, and what is done about it; absent when none failed.")]
    public Diagnosis? Diagnosis { get; init; }

    [Description("Time of all attempts together.")]
    public long Milliseconds { get; init; }

    public IReadOnlyList<string> PageIds { get; init; } = [];
    public IReadOnlyList<string> Tags { get; init; } = [];

    [Description("The case's lines and how each ended in the attempt that matters: the last for a failed case, else the one that passed.")]
    public IReadOnlyList<ReportStep> Steps { get; init; } = [];

    [Description("Every attempt in order of time, numbered from 1 over all executions of the case.")]
    public IReadOnlyList<ReportAttempt> Attempts { get; init; } = [];

    [Description("Page or state in the site map where it failed; absent when the steps do not tell.")]
    public string? FailedAt { get; init; }

    [Description("How the page differed from the exploration, where the page was kept: when an element was not found.")]
    public PageDifference? Difference { get; init; }

    [Description("What earlier runs said of it; absent without a history.")]
    public ReportCasePast? Past { get; init; }

    [Description("Why it failed, or for a flaky or healed case why it did not pass at once.")]
    public ReportFailure? Failure { get; init; }
}
