using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Reading;

/// <summary>
/// Reads goals out of Markdown. The first heading names the feature; a list item is a goal; so is a heading below the first, with
/// the lines under it as its particulars. Plain lines under the first heading are for people.
/// </summary>
internal static partial class MarkdownGoals
{
    public static IReadOnlyList<TestGoal> Read(string text, string file)
    {
        var goals = new List<Draft>();
        var feature = TestGoal.DefaultFeature;
        var (fenced, openedAt) = (false, 0);
        foreach (var (i, raw) in Uncommented(text).Index())
        {
            var line = raw.TrimEnd();
            if (Fence().IsMatch(line))
            {
                (fenced, openedAt) = (!fenced, i + 1);
                continue;
            }

            if (fenced || string.IsNullOrWhiteSpace(line))
            {
                continue;
            }

            if (Heading().Match(line) is { Success: true } heading)
            {
                var words = Required(heading.Groups[2].Value, "the heading says nothing", file, i);
                if (heading.Groups[1].Length == 1)
                {
                    feature = words;
                }
                else
                {
                    goals.Add(new(words, feature, i + 1, IsHeading: true));
                }
            }
            else if (Item().Match(line) is { Success: true } item && goals is not [.., { IsHeading: true }])
            {
                goals.Add(new(Required(item.Groups[1].Value, "the list item says nothing", file, i), feature, i + 1, IsHeading: false));
            }
            else if (goals is [.., var last] && (last.IsHeading || char.IsWhiteSpace(raw[0])))
            {
                last.More.Add(line.Trim());
            }
        }

        return fenced ? throw GoalFiles.Invalid(file, openedAt, "the code block that begins here does not end") : [.. goals.Select(g => g.ToGoal(file))];
    }

    // Lines stay where they are, so that they can be named.
    private static string[] Uncommented(string text) =>
        Comment().Replace(text, m => new string('\n', m.Value.Count(c => c == '\n'))).ReplaceLineEndings("\n").Split('\n');

    private static string Required(string words, string otherwise, string file, int at) => words.Trim() is { Length: > 0 } some ? some : throw GoalFiles.Invalid(file, at + 1, otherwise);

    [GeneratedRegex(@"<!--.*?(-->|\z)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex(@"^\s{0,3}(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^(#{1,6})(?:\s+(.*?))?\s*#*$")]
    private static partial Regex Heading();

    /// <summary>With or without a box to tick.</summary>
    [GeneratedRegex(@"^(?:[-*+]|\d{1,3}[.)])(?:\s+(?:\[[ xX]\]\s*)?(.*))?$")]
    private static partial Regex Item();

    private sealed record Draft(string Words, string Feature, int Line, bool IsHeading)
    {
        public List<string> More { get; } = [];

        public TestGoal ToGoal(string file)
        {
            var text = string.Join('\n', More.Prepend(Words));
            GoalFiles.CheckLength(text, file, Line);
            return new(Words, [new(GoalStepKind.Whole, text)], $"{file}:{Line}", Feature);
        }
    }
}
