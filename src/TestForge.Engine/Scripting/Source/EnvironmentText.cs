using System.Text.RegularExpressions;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Splits a value into literal text and the environment variables it names.</summary>
internal static partial class EnvironmentText
{
    /// <summary>Writes the value as an expression: parts joined by +, each by one of the two functions.</summary>
    public static string Expression(string value, Func<string, string> literal, Func<string, string> variable)
    {
        var parts = new List<string>();
        var at = 0;
        foreach (Match match in Reference().Matches(value))
        {
            if (match.Index > at)
            {
                parts.Add(literal(value[at..match.Index]));
            }

            parts.Add(variable(match.Groups[1].Value));
            at = match.Index + match.Length;
        }

        if (at < value.Length || parts.Count == 0)
        {
            parts.Add(literal(value[at..]));
        }

        return string.Join(" + ", parts);
    }

    public static IEnumerable<string> Variables(string value) => Reference().Matches(value).Select(m => m.Groups[1].Value);

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
