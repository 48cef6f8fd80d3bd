using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Cli.Progress;

/// <summary>Follows a run's events and knows how far it is. Every number is counted, none is made up.</summary>
internal sealed class ProgressModel(TimeProvider clock, DateTimeOffset commandStarted, int maxPages)
{
    /// <summary>A rate from fewer items says nothing.</summary>
    private const int ItemsForEstimate = 3;

    private readonly List<StageState> _stages = [];
    private readonly Dictionary<string, RunEvent.CaseFinished> _cases = [];
    private readonly Dictionary<string, string> _warnings = [];
    private readonly List<RunEvent.RunWarning> _goals = [];
    private int _found;
    private int _queued;
    private int _healed;

    /// <summary>From the start of the command to the first generated test that passed.</summary>
    public TimeSpan? FirstPass { get; private set; }

    public IEnumerable<RunEvent.CaseFinished> FailedCases => _cases.Values.Where(c => c.Verdict == Verdict.Failed);

    /// <summary>Goals that became no test, and why.</summary>
    public IReadOnlyList<RunEvent.RunWarning> GoalsNotMade => [.. _goals];

    public string? Warning(string code) => _warnings.GetValueOrDefault(code);

    /// <summary>Takes an event in; returns what deserves a line of its own.</summary>
    public ProgressNote? Apply(RunEvent runEvent)
    {
        switch (runEvent)
        {
            case RunEvent.StageStarted started:
                return Begin(started);
            case RunEvent.StageFinished finished:
                return End(finished);
            case RunEvent.PageVisited page:
                (_found, _queued) = (page.Found, page.Queued);
                Count("discover", done: 1);
                return null;
            case RunEvent.CaseDesigned designed:
                Stage("design").Set(designed.Done, designed.Total, $"{Number(designed.Done)} of {Number(designed.Total)} ideas tried on the live page, {Number(designed.Kept)} cases kept");
                return null;
            case RunEvent.GoalStepped stepped:
                Stage("design").Tell($"goal \"{TerminalText.Clean(stepped.Goal)}\", step {Number(stepped.Step)} of at most {Number(stepped.Most)}: {TerminalText.Clean(stepped.What)}");
                return null;
            case RunEvent.GoalReached reached:
                return new(NoteKind.Goal, $"goal reached in {Number(reached.Steps)} {(reached.Steps == 1 ? "step" : "steps")}, to be proved: {TerminalText.Clean(reached.Goal)}");
            case RunEvent.AgentAsked asked:
                Stage("design").Tell($"asking the language model about {TerminalText.Clean(asked.What)}, {Number(asked.Done)} of {Number(asked.Total)} answered");
                return null;
            case RunEvent.CasesPlanned planned:
                Stage("execute").Total += planned.Total;
                return null;
            case RunEvent.CaseFinished finished:
                return Finish(finished);
            case RunEvent.ElementHealed healed:
                _healed++;
                return new(NoteKind.Healed, $"healed: {TerminalText.Clean(healed.Old)} is now {TerminalText.Clean(healed.New)}{(healed.Proved ? "" : " (to be proved)")}");
            case RunEvent.RunWarning warning:
                _warnings[warning.Code] = warning.Message;
                if (warning.Code.StartsWith("goal.", StringComparison.Ordinal))
                {
                    _goals.Add(warning);
                }

                return new(NoteKind.Warning, $"warning {warning.Code}: {TerminalText.Clean(warning.Message, 400)}");
            default:
                return null;
        }
    }

    public ProgressSnapshot Snapshot() => new(
        [.. _stages.Select(s => new StageProgress(s.Name, s.Running > 0, TextFor(s), FractionFor(s)))],
        clock.GetUtcNow() - commandStarted,
        Remaining(),
        FailedCases.Count());

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private ProgressNote? Begin(RunEvent.StageStarted started)
    {
        if (started.Stage == Stages.Select.Name)
        {
            // It takes no time that anyone could watch.
            return null;
        }

        var stage = Stage(started.Stage);
        if (stage.Running++ > 0 || started.Reused)
        {
            return null;
        }

        (stage.BeganAt, stage.DoneBefore) = (clock.GetTimestamp(), stage.Done);
        return new(NoteKind.StageBegan, stage.Name);
    }

    private ProgressNote? End(RunEvent.StageFinished finished)
    {
        if (finished.Stage == Stages.Select.Name)
        {
            return null;
        }

        var stage = Stage(finished.Stage);
        stage.Reused |= finished.Reused;
        if (--stage.Running > 0)
        {
            return null;
        }

        var how = finished switch
        {
            { Reused: true } => "done before, taken from the journal",
            { Interrupted: true } => $"stopped after {Spans.Words(clock.GetElapsedTime(stage.BeganAt))}",
            _ => $"done in {Spans.Words(clock.GetElapsedTime(stage.BeganAt))}",
        };
        stage.Ended = how;
        return new(NoteKind.StageEnded, $"{stage.Name}: {TextFor(stage)}");
    }

    private ProgressNote? Finish(RunEvent.CaseFinished finished)
    {
        _cases[finished.CaseId] = finished;
        Count("execute", done: 1);
        if (finished.Verdict == Verdict.Passed)
        {
            FirstPass ??= clock.GetUtcNow() - commandStarted;
        }

        return finished.Verdict == Verdict.Failed
            ? new(NoteKind.Failure, $"failed: {TerminalText.Clean(finished.Title)}{(finished.Message is null ? "" : $": {TerminalText.Clean(finished.Message)}")}")
            : null;
    }

    private string TextFor(StageState stage)
    {
        var text = stage.Name switch
        {
            "discover" when stage.Done > 0 => $"{Number(_found)} {(_found == 1 ? "page" : "pages")} found, {Number(_queued)} queued",
            "execute" when stage.Total > 0 => $"{Number(stage.Done)} of {Number(stage.Total)} tests run, {Number(FailedCases.Count())} failed so far",
            "heal" when _healed > 0 => $"{Number(_healed)} healed",
            _ => stage.Text,
        };
        return stage.Running > 0 || stage.Ended is null ? text
            : text.Length == 0 ? stage.Ended
            : $"{text}, {stage.Ended}";
    }

    private double? FractionFor(StageState stage) => stage switch
    {
        { Running: <= 0 } => 1,
        { Name: "discover", Done: > 0 } => _found / (double)Math.Max(1, Math.Min(maxPages, _found + _queued)),
        { Total: > 0 } => Math.Min(1, stage.Done / (double)stage.Total),
        _ => null,
    };

    private TimeSpan? Remaining()
    {
        if (_stages.LastOrDefault(s => s.Running > 0) is not { } stage || stage.DoneNow < ItemsForEstimate)
        {
            return null;
        }

        var left = stage.Name == "discover" ? Math.Min(_queued, Math.Max(0, maxPages - _found)) : stage.Total - stage.Done;
        return left <= 0 ? null : clock.GetElapsedTime(stage.BeganAt) * left / stage.DoneNow;
    }

    private void Count(string name, int done) => Stage(name).Done += done;

    private StageState Stage(string name)
    {
        if (_stages.Find(s => s.Name == name) is not { } stage)
        {
            stage = new(name) { BeganAt = clock.GetTimestamp() };
            _stages.Add(stage);
        }

        return stage;
    }

    private sealed class StageState(string name)
    {
        public string Name { get; } = name;

        public int Running { get; set; }

        public bool Reused { get; set; }

        public long BeganAt { get; set; }

        public int Done { get; set; }

        /// <summary>A stage may begin again, as execution does after a heal; the rate is of this time only.</summary>
        public int DoneBefore { get; set; }

        public int DoneNow => Done - DoneBefore;

        public int Total { get; set; }

        public string Text { get; private set; } = "";

        public string? Ended { get; set; }

        public void Tell(string text) => Text = text;

        public void Set(int done, int total, string text) => (Done, Total, Text) = (done, total, text);
    }
}
