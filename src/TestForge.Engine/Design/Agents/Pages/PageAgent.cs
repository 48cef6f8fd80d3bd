using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Pages;

/// <summary>Asks of each page what it is for.</summary>
internal sealed class PageAgent(SiteFacts facts, SiteText site)
{
    private const int MaxOutputTokens = 4_000;

    private const string Instructions =
        """
        You look at one page of the application and say what it is for, so that testers know what matters on it.
        - Say what visitors come to the page for, by what is on it. Make nothing up.
        - Name the main actions that the page offers by the ids of the controls that do them. Links of the navigation that every page has are no main actions.
        """;

    public IReadOnlyList<AgentQuestion<PageAnswer>> Questions() => [.. site.Pages.Select(Question)];

    public static PagePurpose Read(PageAnswer answer) => new(answer.Page, answer.Kind, AnswerText.Line(answer.Purpose), [.. answer.Actions.Select(a => new PageAction(a.Element, AnswerText.Line(a.What)))]);

    private AgentQuestion<PageAnswer> Question(SitePage page)
    {
        var request = new ClaudeRequest
        {
            PromptName = "design.page",
            PromptVersion = 1,
            Instructions = Instructions,
            Summary = new("all pages", site.Outline),
            Data = [new($"page {page.Id}", site.Of(page))],
            Question = $"What is page {page.Id} for?",
            MaxOutputTokens = MaxOutputTokens,
            Purpose = ClaudePurpose.Page,
            Subject = page.Id,
        };
        return new($"page {page.Id}", request, a => [.. FaultsOf(page.Id, a)]);
    }

    private IEnumerable<string> FaultsOf(string pageId, PageAnswer answer)
    {
        if (answer.Page != pageId)
        {
            yield return $"page: asked was {pageId}, not {Phrases.Quoted(answer.Page)}.";
        }

        foreach (var (i, action) in answer.Actions.Index())
        {
            if (facts.Element(action.Element) is null)
            {
                yield return $"actions[{i}].element: there is no control {Phrases.Quoted(action.Element)}.";
            }
        }
    }
}
