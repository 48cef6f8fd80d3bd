using System.Text.RegularExpressions;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Splits a value into literal text and what it refers to: environment variables, the case's own word, noted texts.</summary>
internal static partial class ReferenceText
{
    /// <summary>Writes the value as an expression: parts joined by +. Without <paramref name="variable"/> the environment is not referred to.</summary>
    public static string Expression(string value, Func<string, string> literal, Func<string, string>? variable, string unique, Func<string, string> noted)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (Match match in Reference().Matches(value))
        {
            if (match.Groups[1].Success && variable is null)
            {
                continue;
            }

            if (match.Index > at)
            {
                parts.Add(literal(value[at..match.Index]));
            }

            parts.Add(match.Groups[1].Success ? variable!(match.Groups[1].Value) : match.Groups[2].Success ? noted(match.Groups[2].Value) : unique);
            at = match.Index + match.Length;
        }

        if (at < value.Length || parts.Count == 0)
        {
            parts.Add(literal(value[at..]));
        }

        return string.Join(" + ", parts);
    }

    public static IEnumerable<string> Variables(string value) => Reference().Matches(value).Where(m => m.Groups[1].Success).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\$\{(?:env:([A-Za-z_][A-Za-z0-9_]*)|noted:([A-Za-z_][A-Za-z0-9_-]*)|unique)\}")]
    private static partial Regex Reference();
}
