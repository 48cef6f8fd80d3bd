using Spectre.Console;
using Spectre.Console.Rendering;

namespace TestForge.Cli.Progress;

/// <summary>A few lines at the bottom of a terminal that are drawn again and again.</summary>
/// <remarks>Spectre's own live display wants to own the whole run inside a callback; progress here comes and goes with events.</remarks>
internal sealed class LiveRegion(IAnsiConsole console)
{
    private int _lines;

    public void Draw(IReadOnlyList<IRenderable> parts)
    {
        Clear();
        IRenderable picture = new Rows(parts);
        console.Write(picture);

        // Wide characters may fold a line, so the lines are counted as drawn.
        _lines = Segment.SplitLines(picture.Render(RenderOptions.Create(console), console.Profile.Width)).Count;
    }

    public void Clear()
    {
        if (_lines > 0)
        {
            console.Profile.Out.Writer.Write($"\u001b[{_lines}A\r\u001b[J");
            _lines = 0;
        }
    }

    /// <summary>Leaves the last picture where it is.</summary>
    public void Leave() => _lines = 0;
}
