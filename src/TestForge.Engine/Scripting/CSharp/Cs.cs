using System.Globalization;
using System.Text;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Literals of C#.</summary>
internal static class Cs
{
    /// <summary>A literal that means exactly this text.</summary>
    public static string Text(string value)
    {
        var literal = new StringBuilder("\"");
        foreach (var c in value)
        {
            _ = c switch
            {
                '\\' => literal.Append(@"\\"),
                '"' => literal.Append("\\\""),
                '\n' => literal.Append(@"\n"),
                '\r' => literal.Append(@"\r"),
                '\t' => literal.Append(@"\t"),
                _ when char.IsControl(c) || char.IsSurrogate(c) || c is '\u2028' or '\u2029' or '\uFEFF' => literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}"),
                _ => literal.Append(c),
            };
        }

        return literal.Append('"').ToString();
    }

    public static string List(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Text))}]";

    /// <summary>Text with environment variables read when the test runs.</summary>
    public static string Value(string value)
    {
        var parts = EnvironmentParts.Split(value);
        return parts.Count == 0 ? "\"\"" : string.Join(" + ", parts.Select(p => p.IsVariable ? $"Settings.Secret({Text(p.Text)})" : Text(p.Text)));
    }
}
