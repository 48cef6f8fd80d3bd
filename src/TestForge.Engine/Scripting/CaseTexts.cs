using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>Words of a plan where source code or Gherkin takes one line.</summary>
internal static class CaseTexts
{
    /// <summary>One line without characters that end a line or a comment in any of the languages.</summary>
    public static string OneLine(string text) => string.Join(' ', text.Split(
        ['\r', '\n', '\t', '\u0085', '\u2028', '\u2029', '\v', '\f', '\0'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    /// <summary>The step with its keyword; a keyword that repeats reads And.</summary>
    public static IEnumerable<(string Line, TestStep Step)> Lines(TestCase testCase)
    {
        StepKeyword? last = null;
        foreach (var step in testCase.Steps)
        {
            var keyword = step.Keyword == last ? "And" : step.Keyword.ToString();
            last = step.Keyword;
            yield return ($"{keyword} {OneLine(step.Text)}", step);
        }
    }

    /// <summary>Titles unique within a file: runners refuse two tests of one name.</summary>
    public static IReadOnlyDictionary<string, string> UniqueTitles(IEnumerable<TestCase> cases)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return cases.ToDictionary(c => c.Id, c => OneLine(c.Title) is { Length: > 0 } title && taken.Add(title) ? title : $"{OneLine(c.Title)} ({c.Id})");
    }
}
