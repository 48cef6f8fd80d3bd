using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes lists of texts: on one line when they fit, else one entry a line.</summary>
internal static class TypeScriptArrays
{
    private const int MaxLine = 80;

    /// <summary>Returns lines that begin with <paramref name="before"/> and end with <paramref name="after"/>.</summary>
    public static IEnumerable<string> Lines(string before, IReadOnlyList<string> entries, string after)
    {
        var one = string.Join(", ", entries.Select(SingleQuoted));
        return one.Length <= MaxLine || entries.Count == 1
            ? [$"{before}[{one}]{after}"]
            : [$"{before}[", .. entries.Select(e => $"  {SingleQuoted(e)},"), $"]{after}"];
    }
}
