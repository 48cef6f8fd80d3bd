using TestForge.Engine.Browser;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Gherkin;

/// <summary>Writes the features of a plan as Gherkin documents.</summary>
internal static class GherkinWriter
{
    /// <summary>Tag of a case for which nobody is signed in.</summary>
    public const string SignedOut = "signed-out";

    // A line of free text that starts like one of these would be read as that.
    private static readonly string[] Openers =
    [
        "feature:", "rule:", "background:", "scenario:", "scenario outline:", "scenario template:", "example:", "examples:", "scenarios:",
        "@", "#", "|", "\"\"\"", "```", "*",
    ];

    /// <summary>Documents by file name, each step in the plan's words.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Write(TestPlan plan) =>
        Write(new NamedPlan(plan), s => new(Text(s.Text, "it does so"), []));

    /// <summary>Documents by file name, each step in words that a step definition knows.</summary>
    public static IEnumerable<KeyValuePair<string, string>> WriteRunnable(NamedPlan names, NamedThings things)
    {
        var steps = new GherkinSteps(names, things);
        return Write(names, s => steps.Of(s.Action));
    }

    private static IEnumerable<KeyValuePair<string, string>> Write(NamedPlan names, Func<TestStep, GherkinStep> say) =>
        names.Features.Select(f => KeyValuePair.Create($"{f.FileName}.feature", Write(f, say)));

    private static string Write(NamedFeature feature, Func<TestStep, GherkinStep> say)
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

            Steps(source, testCase.Steps, say);
            source.Close();
        }

        return source.ToString();
    }

    private static void Steps(SourceWriter source, IReadOnlyList<TestStep> steps, Func<TestStep, GherkinStep> say)
    {
        StepKeyword? last = null;
        foreach (var step in steps)
        {
            var (text, rows) = say(step);
            source.Open($"{(step.Keyword == last ? "And" : step.Keyword.ToString())} {text}")
                .Lines(rows.Select(r => $"| {Cell(r)} |"))
                .Close();
            last = step.Keyword;
        }
    }

    private static IEnumerable<string> TagsOf(TestCase testCase) =>
        CaseTags.Of(testCase).Concat(testCase.Anonymous ? [SignedOut] : []).Append($"case:{Words.Kebab(testCase.Id, 200)}").Select(t => "@" + t);

    private static string Cell(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);

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
