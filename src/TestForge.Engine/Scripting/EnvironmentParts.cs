using System.Text.RegularExpressions;

namespace TestForge.Engine.Scripting;

/// <summary>Splits a value into text and the environment variables it refers to as <c>${env:NAME}</c>.</summary>
internal static partial class EnvironmentParts
{
    public static IReadOnlyList<(bool IsVariable, string Text)> Split(string value)
    {
        var parts = new List<(bool, string)>();
        var from = 0;
        foreach (Match match in Reference().Matches(value))
        {
            if (match.Index > from)
            {
                parts.Add((false, value[from..match.Index]));
            }

            parts.Add((true, match.Groups[1].Value));
            from = match.Index + match.Length;
        }

        if (from < value.Length)
        {
            parts.Add((false, value[from..]));
        }

        return parts;
    }

    [GeneratedRegex(@"\$\{env:([A-Za-z_][A-Za-z0-9_]*)\}")]
    private static partial Regex Reference();
}
