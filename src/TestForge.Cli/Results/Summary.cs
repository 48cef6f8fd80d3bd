using System.Globalization;
using TestForge.Cli.Progress;
using TestForge.Engine.Regeneration;
using TestForge.Pipeline;

namespace TestForge.Cli.Results;

/// <summary>Puts a finished run in a few lines.</summary>
internal sealed record Summary
{
    private const int MaxFailuresShown = 5;
    private const int MaxGoalsShown = 10;
    private const int MaxGoal = 400;

    public required Outcome Outcome { get; init; }

    public required Uri Target { get; init; }

    public required string Folder { get; init; }

    public IReadOnlyDictionary<string, string> Files { get; init; } = new Dictionary<string, string>();

    public IReadOnlyCollection<ProjectChanges> Scripts { get; init; } = [];

    public IReadOnlyList<RunEvent.CaseFinished> Failures { get; init; } = [];

    /// <summary>Goals that became no test, and why.</summary>
    public IReadOnlyList<RunEvent.RunWarning> GoalsNotMade { get; init; } = [];

    public IReadOnlyList<(FindingSeverity Severity, int Count)> Findings { get; init; } = [];

    /// <summary>What the user can do after an interruption.</summary>
    public string HowToGoOn { get; init; } = "";

    public TimeSpan Elapsed { get; init; }

    public TimeSpan? FirstPass { get; init; }

    /// <summary>Verdict and where to look.</summary>
    public IEnumerable<SummaryLine> Short => [Verdict(), .. Outcome.Gates.Where(g => !g.Met).Select(GateLine), .. Where()];

    public IEnumerable<SummaryLine> Full =>
    [
        Verdict(),
        .. Outcome.StageLines,
        .. Outcome.Gates.Select(GateLine),
        .. Explanations(),
        .. TopFailures(),
        .. GoalLines(),
        .. FindingLines(),
        .. ScriptLines.Of(Scripts),
        .. SpendingLines(),
        .. FirstPass is { } first ? [new SummaryLine(Tone.Plain, "First generated test passed", $" {Spans.Words(first)} after the command")] : Array.Empty<SummaryLine>(),
        .. Where(),
    ];

    private static string N(int count, string one, string many) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {(count == 1 ? one : many)}");

    private SummaryLine Verdict()
    {
        var target = TerminalText.Clean(Target.IsFile ? Target.LocalPath : Target.GetComponents(UriComponents.SchemeAndServer | UriComponents.Path, UriFormat.UriEscaped));
        var (tone, word) = Outcome.ExitCode switch
        {
            ExitCodes.Interrupted => (Tone.Warning, "INTERRUPTED"),
            ExitCodes.Environment => (Tone.Bad, "NOT TESTED"),
            ExitCodes.Failed => (Tone.Bad, "FAILED"),
            _ => (Tone.Good, Outcome.Summary is null ? "DONE" : "PASSED"),
        };
        var what = Outcome.Summary is { } run ? Counts(run) : Outcome.StageText ?? "";
        return new(tone, word, $"  {target}  {what} in {Spans.Words(Elapsed)}");
    }

    private static string Counts(RunSummary run)
    {
        var total = run.Passed + run.Failed + run.Flaky + run.Healed + run.Quarantined + run.NotRun;
        string[] parts =
        [
            $"{run.Passed} passed",
            .. Some(run.Healed, "healed"), .. Some(run.Flaky, "flaky"), .. Some(run.Failed, "failed"), .. Some(run.Quarantined, "in quarantine"), .. Some(run.NotRun, "not run"),
        ];
        var health = run.Interrupted || total == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $", health {run.HealthScore:0} of 100");
        return $"{N(run.Pages, "page", "pages")}, {N(total, "test", "tests")}: {string.Join(", ", parts)}{health},";

        static IEnumerable<string> Some(int count, string word) => count > 0 ? [$"{count} {word}"] : [];
    }

    private static SummaryLine GateLine(GateOutcome gate)
    {
        var value = gate.Value is { } number ? number.ToString("0.##", CultureInfo.InvariantCulture) : "not known";
        var notes = (gate.Implied ? " (implied)" : "") + (gate.Note is null ? "" : $" ({gate.Note})");
        return new(gate.Met ? Tone.Good : Tone.Bad, gate.Met ? "Gate met" : "Gate not met", $"  {gate.Rule}: {value}{notes}");
    }

    private IEnumerable<SummaryLine> Explanations()
    {
        if (Outcome.Summary is not { } run)
        {
            yield break;
        }

        if (run.Healed > 0)
        {
            yield return new(Tone.Warning, "Healed", $"  {N(run.Healed, "test", "tests")} passed with a new locator, which counts as passed; old and new are in the report");
        }

        if (run.Flaky > 0)
        {
            yield return new(Tone.Warning, "Flaky", $"  {N(run.Flaky, "test", "tests")} failed first and passed when tried again alone");
        }

        if (run.Quarantined > 0)
        {
            yield return new(Tone.Warning, "Quarantine", $"  {N(run.Quarantined, "test", "tests")} failed, which is known and does not count for now; owner and last day are in the report");
        }

        if (run.Pages > 0 && run.Passed + run.Failed + run.Flaky + run.Healed + run.Quarantined + run.NotRun == 0 && !Outcome.Interrupted)
        {
            yield return new(Tone.Bad, "No tests", "  no expectation held in two visits; the report says what was tried");
        }
    }

    private IEnumerable<SummaryLine> TopFailures()
    {
        foreach (var failure in Failures.Take(MaxFailuresShown))
        {
            var why = failure.Message is null ? "" : $": {TerminalText.Clean(failure.Message)}";
            yield return new(Tone.Bad, "  ✗", $" {TerminalText.Clean(failure.Title)}{why}");
        }

        if (!Outcome.FailuresTold && Outcome.Failed > Math.Min(Failures.Count, MaxFailuresShown))
        {
            yield return new(Tone.Plain, "", $"    {Outcome.Failed - Math.Min(Failures.Count, MaxFailuresShown)} more in the report");
        }
    }

    private IEnumerable<SummaryLine> GoalLines()
    {
        foreach (var goal in GoalsNotMade.Take(MaxGoalsShown))
        {
            yield return new(Tone.Warning, "Goal not made", $"  {goal.Code}: {TerminalText.Clean(goal.Message, MaxGoal)}");
        }

        if (GoalsNotMade.Count > MaxGoalsShown)
        {
            yield return new(Tone.Plain, "", $"    {GoalsNotMade.Count - MaxGoalsShown} more goals were not made");
        }
    }

    private IEnumerable<SummaryLine> SpendingLines()
    {
        // Who has no key is not told so in each run; the report says it.
        if (Outcome.Summary?.Spending is { WhyOff: null } spent)
        {
            var kept = spent.Kept == 0 ? "" : $"; {N(spent.Kept, "kept answer", "kept answers")} saved {Usd(spent.SavedUsd)}";
            yield return new(Tone.Plain, "Language model", $"  {TerminalText.Clean(spent.Model)}: {N(spent.Calls, "call", "calls")} for {Usd(spent.Usd)}{kept}");
        }

        static string Usd(decimal usd) => usd.ToString("0.00##", CultureInfo.InvariantCulture) + " USD";
    }

    private IEnumerable<SummaryLine> FindingLines() => Findings.Count == 0
        ? []
        : [new(Tone.Plain, "Findings", "  " + string.Join(", ", Findings.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f.Count} {f.Severity.ToString().ToLowerInvariant()}"))))];

    private IEnumerable<SummaryLine> Where()
    {
        if (Files.TryGetValue("report.html", out var report) && Outcome.Summary is not null)
        {
            yield return new(Tone.Plain, "Report", $"  {report}");
        }
        else
        {
            yield return new(Tone.Plain, "Files", $"  {Folder}");
        }

        if (Outcome.Interrupted)
        {
            yield return new(Tone.Plain, "Kept", $"  everything found so far. {HowToGoOn}");
        }
    }
}
