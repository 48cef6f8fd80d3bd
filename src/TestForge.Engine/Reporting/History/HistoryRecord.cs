using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.History;

/// <summary>A run as a line of the history file.</summary>
internal sealed record HistoryRecord
{
    /// <summary>The format's version this build writes; lines of a newer one are passed over.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary>The same for the same results, so that a report made again is not another run.</summary>
    public required string Key { get; init; }

    public required Guid RunId { get; init; }
    public required DateTimeOffset StartedAt { get; init; }
    public required long Milliseconds { get; init; }
    public required Uri Target { get; init; }
    public required bool Interrupted { get; init; }
    public required ReportTotals Totals { get; init; }

    /// <summary>Null when no test ran.</summary>
    public double? Health { get; init; }

    /// <summary>Verdicts of the cases that ran, by the case's id.</summary>
    public IReadOnlyDictionary<string, Verdict> Cases { get; init; } = new Dictionary<string, Verdict>();

    public IReadOnlyList<HistoryFailure> Failures { get; init; } = [];

    public IReadOnlyList<HistoryFinding> Findings { get; init; } = [];

    public TrendPoint ToPoint() => new(
        RunId, StartedAt, Totals.Passed, Totals.Flaky, Totals.Healed, Totals.Failed, Totals.NotRun, Totals.Findings, Health, Milliseconds, Interrupted);
}
