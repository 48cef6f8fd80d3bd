using TestForge.Pipeline;

namespace TestForge.Cli.Progress;

/// <summary>Plain lines for a pipe or a log: one a second at most, and one for whatever matters.</summary>
internal sealed class LineView(TextWriter output) : IProgressView
{
    private static readonly TimeSpan Interval = TimeSpan.FromSeconds(1);
    private TimeSpan _lastLine = TimeSpan.MinValue;
    private string _lastText = "";

    public void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note)
    {
        if (note is null)
        {
            return;
        }

        output.WriteLine(note.Kind == NoteKind.StageBegan ? $"{note.Text}: started" : note.Text);
        output.Flush();
    }

    public void Tick(ProgressSnapshot snapshot)
    {
        if (snapshot.Current is not { Text.Length: > 0 } stage
            || stage.Text == _lastText
            || (_lastLine != TimeSpan.MinValue && snapshot.Elapsed - _lastLine < Interval))
        {
            return;
        }

        (_lastLine, _lastText) = (snapshot.Elapsed, stage.Text);
        output.WriteLine(Line(stage, snapshot));
        output.Flush();
    }

    public void End(ProgressSnapshot snapshot)
    {
    }

    internal static string Line(StageProgress stage, ProgressSnapshot snapshot)
    {
        var left = snapshot.Remaining is { } remaining ? $", {Spans.About(remaining)} left in this stage" : "";
        return $"{stage.Name}: {stage.Text}, {Spans.Words(snapshot.Elapsed)} elapsed{left}";
    }
}
