using Microsoft.Extensions.Options;
using TestForge.Engine.Claude;
using TestForge.Pipeline;

namespace TestForge.Engine.Goals.Exploring;

/// <summary>
/// Has a goal said in the language of a page, so that a proof in that language can be held against its words. Of the page nothing but the code of
/// its language is in the question, so no page can have a say in the answer.
/// </summary>
internal sealed class GoalTranslator(IClaude claude, IOptions<ClaudeOptions> options)
{
    /// <summary>Pages that say no language, or a wrong one, are English more often than anything else.</summary>
    private const string Usual = "en";

    private const int MaxOutputTokens = 1_500;

    private const string Instructions =
        """
        Testers of a web application have written down a goal. Say the same in the languages that are asked for, in the words that people who speak them use, as one text for each. Add nothing. Names, numbers and what stands in quotation marks stay as they are.
        """;

    /// <summary>Returns the goal's words in the page's language and in English, or nothing when there is no answer.</summary>
    /// <param name="goal">The goal.</param>
    /// <param name="given">All that it says.</param>
    /// <param name="language">Code of the page's language, as the page has it; null when it has none.</param>
    /// <param name="cancellationToken">Stops asking.</param>
    public async Task<string> WordsAsync(TestGoal goal, string given, string? language, CancellationToken cancellationToken)
    {
        string[] languages = [.. new[] { CodeOf(language), Usual }.OfType<string>().Distinct()];
        var result = await claude.AskAsync<GoalInLanguages>(options.Value.Scope, Request(goal, given, languages), check: null, cancellationToken);
        return result.Answer is { } answer ? string.Join('\n', answer.Texts) : "";
    }

    private static ClaudeRequest Request(TestGoal goal, string given, string[] languages) => new()
    {
        PromptName = "goal.language",
        PromptVersion = 1,
        Instructions = Instructions,
        Question = $"The goal: {given}\nSay it in the languages with these codes: {string.Join(", ", languages)}.",
        MaxOutputTokens = MaxOutputTokens,
        Purpose = ClaudePurpose.Goal,
        Subject = goal.Title,
    };

    /// <summary>The first part of a language tag (BCP 47), or null: a page can write there what it likes.</summary>
    private static string? CodeOf(string? language) =>
        language?.Trim().Split('-', '_')[0].ToLowerInvariant() is { Length: 2 or 3 } code && code.All(char.IsAsciiLetterLower) ? code : null;
}
