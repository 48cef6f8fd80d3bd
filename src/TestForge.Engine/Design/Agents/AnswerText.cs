using TestForge.Engine.Browser;

namespace TestForge.Engine.Design.Agents;

/// <summary>Words of answers, which pages have a part in, made fit for files that people and other programs read.</summary>
internal static class AnswerText
{
    private const int MaxLength = 400;

    /// <summary>One line, without control characters and without what a plan would take for a reference to a value.</summary>
    public static string Line(string text) => PageText.Clean(text, MaxLength).Replace("${", "$ {", StringComparison.Ordinal);

    public static IReadOnlyList<string> Lines(IEnumerable<string> texts) => [.. texts.Select(Line).Where(t => t.Length > 0)];
}
