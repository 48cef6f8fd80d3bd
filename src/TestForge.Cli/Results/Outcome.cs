using TestForge.Pipeline;

namespace TestForge.Cli.Results;

/// <summary>What a command came to: a whole run's figures, or one stage's in words.</summary>
internal sealed record Outcome
{
    public RunSummary? Summary { get; init; }

    /// <summary>What a single stage did, in one line.</summary>
    public string? StageText { get; init; }

    /// <summary>More lines of a single stage.</summary>
    public IReadOnlyList<SummaryLine> StageLines { get; init; } = [];

    /// <summary>Cases that failed in a single stage.</summary>
    public int Failed { get; init; }

    /// <summary>Whether the lines of the stage tell every failure already.</summary>
    public bool FailuresTold { get; init; }

    /// <summary>Whether there was nothing to test with: no page could be read.</summary>
    public bool TargetUnusable { get; init; }

    public bool Interrupted { get; init; }

    /// <summary>Set when more was healed than may be.</summary>
    public HealExcess? Excess { get; init; }

    /// <summary>The quality gate, when there is one. It then decides instead of the failed tests, of which one of its rules speaks.</summary>
    public IReadOnlyList<GateOutcome> Gates { get; init; } = [];

    public int ExitCode => this switch
    {
        { Interrupted: true } => ExitCodes.Interrupted,
        { TargetUnusable: true } => ExitCodes.Environment,
        { Gates: [_, ..] gates } when gates.Any(g => !g.Met) => ExitCodes.Failed,
        { Excess: not null } => ExitCodes.Failed,
        { Failed: > 0, Gates: [] } => ExitCodes.Failed,
        { Summary: { } run } when run.Passed + run.Healed + run.Flaky + run.Quarantined + run.NotRun == 0 => ExitCodes.Failed,
        _ => ExitCodes.Passed,
    };

    public static Outcome Of(RunSummary summary, bool interrupted) => new()
    {
        Summary = summary,
        Failed = summary.Failed,
        Gates = summary.Gates ?? [],
        Excess = summary.Excess,
        TargetUnusable = summary.Pages == 0,
        Interrupted = interrupted || summary.Interrupted,
    };
}
