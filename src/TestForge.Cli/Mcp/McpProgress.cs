using System.Globalization;
using ModelContextProtocol;
using TestForge.Cli.Progress;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Tells a client how far its call is, in figures: words of pages have no place in it.</summary>
internal sealed class McpProgress(IProgress<ProgressNotificationValue> client) : IProgressView
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    private TimeSpan _last = -Pause;
    private string _told = "";
    private string? _goal;

    public void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note) => _goal = runEvent switch
    {
        RunEvent.GoalStepped step => string.Create(CultureInfo.InvariantCulture, $"exploring for a goal, step {step.Step} of at most {step.Most}"),
        RunEvent.CaseDesigned or RunEvent.StageFinished => null,
        _ => _goal,
    };

    public void Tick(ProgressSnapshot snapshot)
    {
        if (snapshot.Current is not { } stage || snapshot.Elapsed - _last < Pause)
        {
            return;
        }

        var text = $"{stage.Name}: {_goal ?? (stage.Text.Length > 0 ? stage.Text : "at work")}";
        if (text == _told)
        {
            return;
        }

        (_last, _told) = (snapshot.Elapsed, text);
        client.Report(new() { Progress = (float)Math.Round(snapshot.Elapsed.TotalSeconds, 1), Message = text });
    }

    public void End(ProgressSnapshot snapshot)
    {
    }
}
