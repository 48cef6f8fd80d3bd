using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Cases;

/// <summary>Asks for tests of each flow that the rules have not made.</summary>
internal sealed class CaseAgent(SiteFacts facts, SiteText site, AgentLimits limits)
{
    private const int MaxOutputTokens = 12_000;

    private const string Instructions =
        """
        You design tests for one flow of a web application, for its user stories, as an experienced tester would.
        - Rules have made tests already; they are listed. Look for what they miss, which is mostly what takes understanding: data that is odd or wrong in its meaning, rules of the business, orders of steps that people take, what must not be possible.
        - Positive tests show what should work, negative ones what should be refused, boundary ones the edges of what is allowed, security ones that input is treated as text and that nobody sees what is not theirs, accessibility ones that a part of the application that shows only on use has no barriers.
        - A test starts by opening a page, uses only controls of the data, and ends with something that is seen. A visitor who was never there before gets the same result each time.
        - Use nothing that is marked REFUSED. Sign in nowhere. Type nothing that would reach somebody or do harm.
        - Expected is what the application should do by its story, also where you cannot know whether it does: that is what the test is for.
        - Charters are missions for people, for what no script would see.
        """;

    public IReadOnlyList<AgentQuestion<CasesAnswer>> Questions(ApplicationModel application, RuleCases rules) => [.. application.Flows.Select(f => Question(application, f, rules))];

    /// <summary>The stories of a flow.</summary>
    public static IReadOnlyList<UserStory> StoriesOf(ApplicationModel application, CoreFlow flow) => [.. application.Requirements.Where(r => r.FlowId == flow.Id).SelectMany(r => r.Stories)];

    private AgentQuestion<CasesAnswer> Question(ApplicationModel application, CoreFlow flow, RuleCases rules)
    {
        var requirements = application.Requirements.Where(r => r.FlowId == flow.Id).ToArray();
        var pages = flow.PageIds.Concat(requirements.SelectMany(r => r.PageIds)).ToHashSet();
        var most = (limits.MaxCases + application.Flows.Count - 1) / application.Flows.Count;
        return new(
            $"flow \"{flow.Name}\"",
            new()
            {
                PromptName = "design.cases",
                PromptVersion = 1,
                Instructions = Instructions,
                Summary = new("site map and application", $"{site.Whole}\n\n{ApplicationText.Of(application)}"),
                Data = [new($"stories of {flow.Id}", ApplicationText.Of(requirements)), new("tests that rules have made", rules.On(pages))],
                Question = $"Design tests for {flow.Id}: at most {most}, and at most two charters.",
                MaxOutputTokens = MaxOutputTokens,
                Purpose = ClaudePurpose.Case,
            },
            a => [.. FaultsOf(StoriesOf(application, flow), a)]);
    }

    private IEnumerable<string> FaultsOf(IReadOnlyList<UserStory> stories, CasesAnswer answer)
    {
        foreach (var (i, test) in answer.Cases.Index())
        {
            if (!stories.Any(s => s.Id == test.Story))
            {
                yield return $"cases[{i}].story: this flow has no story {Phrases.Quoted(test.Story)}.";
            }

            if (!facts.HasPage(test.Page))
            {
                yield return $"cases[{i}].page: there is no page {Phrases.Quoted(test.Page)}.";
            }
        }

        foreach (var (i, charter) in answer.Charters.Index())
        {
            foreach (var page in charter.Pages.Where(p => !facts.HasPage(p)))
            {
                yield return $"charters[{i}].pages: there is no page {Phrases.Quoted(page)}.";
            }
        }
    }
}
