using Spectre.Console;
using TestForge.Pipeline;

namespace TestForge.Cli.Progress;

/// <summary>Bars that stay in place on a real terminal, with failures scrolling by above them.</summary>
internal sealed class LiveView(IAnsiConsole console) : IProgressView
{
    private LiveRegion? _region;

    public void Show(RunEvent runEvent, DateTimeOffset time, ProgressNote? note)
    {
        if (note is { Kind: NoteKind.Failure or NoteKind.Healed or NoteKind.Warning or NoteKind.Goal })
        {
            _region?.Clear();
            console.MarkupLine($"[{ColourOf(note.Kind)}]{Markup.Escape(note.Text)}[/]");
        }
    }

    public void Tick(ProgressSnapshot snapshot)
    {
        _region ??= new(console);
        _region.Draw(ProgressPicture.Draw(snapshot, console.Profile.Width));
    }

    public void End(ProgressSnapshot snapshot)
    {
        Tick(snapshot);
        _region!.Leave();
    }

    private static string ColourOf(NoteKind kind) => kind switch
    {
        NoteKind.Failure => "red",
        NoteKind.Healed => "blue",
        NoteKind.Goal => "green",
        _ => "yellow",
    };
}
