using System.Text;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Writes lines of source text with indentation. Lines end with a line feed on every system.</summary>
internal sealed class SourceWriter(int indent)
{
    private readonly StringBuilder _text = new();
    private int _level;

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _level * indent).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    public SourceWriter Lines(IEnumerable<string> lines)
    {
        foreach (var line in lines)
        {
            Line(line);
        }

        return this;
    }

    public SourceWriter Open(string line)
    {
        Line(line);
        _level++;
        return this;
    }

    public SourceWriter Close(string line)
    {
        _level--;
        return Line(line);
    }

    public SourceWriter Close()
    {
        _level--;
        return this;
    }

    /// <summary>Ends one block and begins the next on the same line.</summary>
    public SourceWriter Between(string line) => Close(line).Indented();

    private SourceWriter Indented()
    {
        _level++;
        return this;
    }

    public override string ToString() => _text.ToString();
}
