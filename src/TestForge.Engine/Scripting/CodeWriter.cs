using System.Text;

namespace TestForge.Engine.Scripting;

/// <summary>Lines of source code, indented by block.</summary>
internal sealed class CodeWriter(string indent)
{
    private readonly StringBuilder _text = new();
    private int _depth;

    public CodeWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            for (var i = 0; i < _depth; i++)
            {
                _text.Append(indent);
            }
        }

        _text.Append(line).Append('\n');
        return this;
    }

    /// <summary>Writes the line only when it is wanted.</summary>
    public CodeWriter Line(string line, bool wanted) => wanted ? Line(line) : this;

    public void Indent() => _depth++;

    public void Dedent() => _depth--;

    public override string ToString() => _text.ToString();
}
