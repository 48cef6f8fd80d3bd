using Gherkin;
using Gherkin.Ast;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Reading;

/// <summary>Makes a goal of each scenario of a Gherkin document; one outline is as many scenarios as it has examples.</summary>
internal static class GherkinGoals
{
    private const string SignedOut = "@signed-out";

    public static IReadOnlyList<TestGoal> Read(string text, string file)
    {
        Feature? feature;
        try
        {
            feature = new Parser().Parse(new StringReader(text)).Feature;
        }
        catch (ParserException e)
        {
            var first = e is CompositeParserException { Errors: { } errors } ? errors.First() : e;
            throw GoalFiles.Invalid(file, first.Location?.Line ?? 1, $"it is no Gherkin: {What(first.Message)}");
        }

        return feature is null ? [] : [.. Scenarios(feature.Children, [], Words(feature.Name, TestGoal.DefaultFeature), [.. feature.Tags], file)];
    }

    private static IEnumerable<TestGoal> Scenarios(IEnumerable<IHasLocation> children, IReadOnlyList<Step> background, string feature, IReadOnlyList<Tag> tags, string file)
    {
        foreach (var child in children)
        {
            switch (child)
            {
                case Background own:
                    background = [.. background, .. own.Steps];
                    break;
                case Rule rule:
                    foreach (var goal in Scenarios(rule.Children, background, feature, [.. tags, .. rule.Tags], file))
                    {
                        yield return goal;
                    }

                    break;
                case Scenario scenario:
                    foreach (var goal in Goals(scenario, background, feature, tags, file))
                    {
                        yield return goal;
                    }

                    break;
            }
        }
    }

    private static IEnumerable<TestGoal> Goals(Scenario scenario, IReadOnlyList<Step> background, string feature, IReadOnlyList<Tag> tags, string file)
    {
        var line = scenario.Location.Line;
        var steps = background.Concat(scenario.Steps).ToArray();
        var kinds = Kinds(steps);
        if (!kinds.Contains(GoalStepKind.Then))
        {
            throw GoalFiles.Invalid(file, line, $"the scenario \"{scenario.Name}\" has no Then, so nothing would prove it");
        }

        var signedOut = tags.Concat(scenario.Tags).Any(t => t.Name == SignedOut);
        foreach (var (place, row) in Rows(scenario, file))
        {
            var title = Filled(scenario.Name, row);
            title = row.Count > 0 && title == scenario.Name ? $"{title} ({string.Join(", ", row.Values)})" : title;
            var said = steps.Select((s, i) => new GoalStep(kinds[i], Filled(TextOf(s), row))).ToArray();
            GoalFiles.CheckLength(string.Join('\n', said.Select(s => s.Text)), file, place);
            yield return new(Words(title, $"Scenario in line {line}"), said, $"{file}:{place}", feature, signedOut);
        }
    }

    /// <summary>What "And" and "*" mean depends on what is before them.</summary>
    private static GoalStepKind[] Kinds(Step[] steps)
    {
        var kinds = new GoalStepKind[steps.Length];
        var last = GoalStepKind.Given;
        for (var i = 0; i < steps.Length; i++)
        {
            kinds[i] = last = steps[i].KeywordType switch
            {
                StepKeywordType.Context => GoalStepKind.Given,
                StepKeywordType.Action => GoalStepKind.When,
                StepKeywordType.Outcome => GoalStepKind.Then,
                _ => last,
            };
        }

        return kinds;
    }

    private static IEnumerable<(int Line, IReadOnlyDictionary<string, string> Row)> Rows(Scenario scenario, string file)
    {
        var examples = scenario.Examples.ToArray();
        if (examples.Length == 0)
        {
            yield return (scenario.Location.Line, new Dictionary<string, string>());
            yield break;
        }

        foreach (var table in examples)
        {
            if (table.TableHeader is not { } header || !table.TableBody.Any())
            {
                throw GoalFiles.Invalid(file, table.Location.Line, "the examples have no rows");
            }

            var names = header.Cells.Select(c => c.Value).ToArray();
            foreach (var row in table.TableBody)
            {
                yield return (row.Location.Line, names.Zip(row.Cells.Select(c => c.Value)).DistinctBy(c => c.First).ToDictionary(c => c.First, c => c.Second));
            }
        }
    }

    private static string Filled(string text, IReadOnlyDictionary<string, string> row) => row.Aggregate(text, (t, cell) => t.Replace($"<{cell.Key}>", cell.Value, StringComparison.Ordinal));

    private static string TextOf(Step step) => step switch
    {
        { DocString: { } text } => $"{step.Text}\n{text.Content}",
        { DataTable: { } table } => $"{step.Text}\n{string.Join('\n', table.Rows.Select(r => $"| {string.Join(" | ", r.Cells.Select(c => c.Value))} |"))}",
        _ => step.Text,
    };

    private static string Words(string? text, string otherwise) => string.IsNullOrWhiteSpace(text) ? otherwise : text.Trim();

    // The message begins with its place, which is said already.
    private static string What(string message) => message.Split("): ", 2)[^1].Split('\n')[0].TrimEnd('.', '\r');
}
