using TestForge.Engine.Browser;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Gherkin;

/// <summary>Writes the features of a plan as Gherkin documents.</summary>
internal static class GherkinWriter
{
    // A line of free text that starts like one of these would be read as that.
    private static readonly string[] Openers =
    [
        "feature:", "rule:", "background:", "scenario:", "scenario outline:", "scenario template:", "example:", "examples:", "scenarios:",
        "@", "#", "|", "\"\"\"", "```", "*",
    ];

    /// <summary>Documents by file name.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(TestPlan plan)
    {
        foreach (var feature in new NamedPlan(plan).Features)
        {
            yield return new($"{feature.FileName}.feature", Write(feature));
        }
    }

    private static string Write(NamedFeature feature)
    {
        var source = new SourceWriter(2);
        source.Open($"Feature: {Text(feature.Feature.Title, feature.Feature.Id)}");
        if (FreeText(feature.Feature.Description) is { Length: > 0 } description)
        {
            source.Line(description);
        }

        foreach (var (testCase, title) in feature.Cases)
        {
            source.Line().Line(string.Join(' ', TagsOf(testCase))).Open($"Scenario: {title}");
            if (FreeText(testCase.Why) is { Length: > 0 } why)
            {
                source.Line(why).Line();
            }

            Steps(source, testCase.Steps);
            source.Close();
        }

        return source.ToString();
    }

    private static void Steps(SourceWriter source, IReadOnlyList<TestStep> steps)
    {
        StepKeyword? last = null;
        foreach (var step in steps)
        {
            source.Line($"{(step.Keyword == last ? "And" : step.Keyword.ToString())} {Text(step.Text, "it does so")}");
            last = step.Keyword;
        }
    }

    private static IEnumerable<string> TagsOf(TestCase testCase) =>
        CaseTags.Of(testCase).Append($"case:{Words.Kebab(testCase.Id, 200)}").Select(t => "@" + t);

    private static string Text(string text, string otherwise) => PageText.Clean(text, 300) is { Length: > 0 } clean ? clean : otherwise;

    private static string FreeText(string text)
    {
        var clean = PageText.Clean(text, 500);
        return Openers.Any(o => clean.StartsWith(o, StringComparison.OrdinalIgnoreCase))
            || Enum.GetNames<StepKeyword>().Concat(["And", "But"]).Any(k => clean.StartsWith(k + " ", StringComparison.Ordinal))
            ? "- " + clean
            : clean;
    }
}
