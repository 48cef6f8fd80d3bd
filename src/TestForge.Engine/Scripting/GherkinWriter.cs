using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>Writes a feature in Gherkin.</summary>
internal static class GherkinWriter
{
    public static string Write(TestFeature feature, IReadOnlyList<TestCase> cases)
    {
        var text = new StringBuilder();
        text.Append("Feature: ").Append(CaseTexts.OneLine(feature.Title)).Append("\n\n");
        text.Append("  ").Append(Description(feature.Description)).Append('\n');
        var titles = CaseTexts.UniqueTitles(cases);
        foreach (var testCase in cases)
        {
            text.Append("\n  @").Append(FileNames.Safe(testCase.Technique)).Append(" @case-").Append(FileNames.Safe(testCase.Id)).Append('\n');
            text.Append("  Scenario: ").Append(titles[testCase.Id]).Append('\n');
            foreach (var (line, _) in CaseTexts.Lines(testCase))
            {
                text.Append("    ").Append(line).Append('\n');
            }
        }

        return text.ToString();
    }

    // A description line that starts like a keyword, a tag or a table would be read as one.
    private static string Description(string text)
    {
        var line = CaseTexts.OneLine(text);
        return line.Length > 0 && char.IsLetter(line[0]) && !line.Contains(':', StringComparison.Ordinal) ? line : $"About: {line}".Replace(':', ' ');
    }
}
