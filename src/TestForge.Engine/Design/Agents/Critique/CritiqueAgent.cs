using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Engine.Design.Agents.Cases;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Critique;

/// <summary>Asks which of the designed cases are worth their steps: before, as that is what costs.</summary>
internal sealed class CritiqueAgent(SiteText site)
{
    private const int MaxOutputTokens = 8_000;

    private const string Instructions =
        """
        You review tests that others have designed, before effort is spent on them.
        - Drop a test that repeats another one of the list or one of the rules: the same steps, with data that make no difference to the application. Say in sameAs which. Of two that repeat each other keep the better one.
        - Drop a test whose expected result does not follow from its story, cannot be seen on a page, depends on what other visits have left, or tests the browser instead of the application.
        - Keep all others, also those that you expect to fail: they are what is looked for.
        """;

    public AgentQuestion<CritiqueAnswer> Question(ApplicationModel application, IReadOnlyList<DesignedCase> cases, RuleCases rules) => new(
        "the designed tests",
        new()
        {
            PromptName = "design.critique",
            PromptVersion = 1,
            Instructions = Instructions,
            Summary = new("site map and application", $"{site.Whole}\n\n{ApplicationText.Of(application)}"),
            Data =
            [
                new("stories", ApplicationText.Of(application.Requirements)),
                new("tests that rules have made", rules.On(cases.Select(c => c.Answer.Page).Concat(cases.SelectMany(c => c.Story.PageIds)).ToHashSet())),
                new("designed tests", string.Join('\n', cases)),
            ],
            Question = $"Which of the designed tests {cases[0].Id} to {cases[^1].Id} are to be kept? Give a verdict on each.",
            MaxOutputTokens = MaxOutputTokens,
            Purpose = ClaudePurpose.Case,
        },
        a => [.. FaultsOf(cases, rules, a)]);

    /// <summary>Why each case that is not kept is left out, by its id. A case that would repeat only one that is left out too stays.</summary>
    public static IReadOnlyDictionary<string, string> Read(IReadOnlyList<DesignedCase> cases, CritiqueAnswer answer)
    {
        var left = new Dictionary<string, string>();
        foreach (var verdict in answer.Verdicts.Where(v => !v.Keep).OrderBy(v => v.SameAs is null ? 0 : 1))
        {
            if (verdict.SameAs is null || !left.ContainsKey(verdict.SameAs))
            {
                var same = cases.FirstOrDefault(c => c.Id == verdict.SameAs)?.Title ?? verdict.SameAs;
                left[verdict.Case] = $"{(same is null ? "" : $"It repeats {Phrases.Quoted(same)}. ")}{AnswerText.Line(verdict.Reason)}";
            }
        }

        return left;
    }

    private static IEnumerable<string> FaultsOf(IReadOnlyList<DesignedCase> cases, RuleCases rules, CritiqueAnswer answer)
    {
        foreach (var (i, verdict) in answer.Verdicts.Index())
        {
            if (!cases.Any(c => c.Id == verdict.Case))
            {
                yield return $"verdicts[{i}].case: there is no designed test {Phrases.Quoted(verdict.Case)}.";
            }

            if (verdict.SameAs is { } same && (same == verdict.Case || !(rules.Has(same) || cases.Any(c => c.Id == same))))
            {
                yield return $"verdicts[{i}].sameAs: there is no other test {Phrases.Quoted(same)}.";
            }
        }
    }
}
