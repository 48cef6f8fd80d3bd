using Spectre.Console;
using Spectre.Console.Rendering;

namespace TestForge.Cli.Progress;

/// <summary>Draws progress as one line a stage and one line of totals. No line is wider than the terminal.</summary>
internal static class ProgressPicture
{
    private const int BarWidth = 24;
    private const int NameWidth = 9;

    public static IReadOnlyList<IRenderable> Draw(ProgressSnapshot snapshot, int width)
    {
        var room = Math.Max(10, width - BarWidth - NameWidth - 5);
        var lines = snapshot.Stages.Select(s => (IRenderable)StageLine(s, room)).ToList();
        var left = snapshot.Remaining is { } remaining ? $", {Spans.About(remaining)} left in this stage" : "";
        var text = TerminalText.Clean($"{Spans.Words(snapshot.Elapsed)} elapsed{left}, {snapshot.Failures} failed", Math.Max(10, width - 2));
        lines.Add(new Markup($"[{(snapshot.Failures > 0 ? "red" : "grey")}]{Markup.Escape(text)}[/]"));
        return lines;
    }

    private static Markup StageLine(StageProgress stage, int room)
    {
        var mark = stage.Running ? "[blue]•[/]" : "[green]✓[/]";
        var name = TerminalText.Clean(stage.Name, NameWidth).PadRight(NameWidth);
        var text = TerminalText.Clean(stage.Text, room - 1);
        return new($"{mark} {Markup.Escape(name)} {Bar(stage)} {Markup.Escape(text)}");
    }

    private static string Bar(StageProgress stage)
    {
        if (stage.Fraction is not { } fraction)
        {
            return $"[grey]{new string('·', BarWidth)}[/]";
        }

        var full = (int)Math.Floor(Math.Clamp(fraction, 0, 1) * BarWidth);
        return $"[{(stage.Running ? "blue" : "green")}]{new string('━', full)}[/][grey]{new string('─', BarWidth - full)}[/]";
    }
}
