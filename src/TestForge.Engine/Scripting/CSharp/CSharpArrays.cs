using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes lists of texts as arguments: on one line when they fit, else one a line.</summary>
internal static class CSharpArrays
{
    private const int MaxLine = 80;

    /// <summary>Returns lines that begin with <paramref name="before"/> and end with <paramref name="after"/>.</summary>
    public static IEnumerable<string> Lines(string before, IReadOnlyList<string> entries, string after)
    {
        var one = string.Join(", ", entries.Select(DoubleQuoted));
        return one.Length <= MaxLine || entries.Count == 1
            ? [before + one + after]
            : [before.TrimEnd(), .. entries.Select((e, i) => $"    {DoubleQuoted(e)}{(i < entries.Count - 1 ? "," : after)}")];
    }
}
