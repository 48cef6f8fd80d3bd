using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Requirements;

/// <summary>Asks what the application must do, and for whom.</summary>
internal sealed class RequirementAgent(SiteFacts facts, SiteText site)
{
    private const int MaxOutputTokens = 16_000;

    private const string Instructions =
        """
        You write the requirements of an application from what its site map shows, as its product owner would, so that tests can be traced to them.
        - A requirement is one thing that the application must do and that somebody would miss. Its user stories say for whom and why, and their acceptance criteria how a tester sees on the pages that it is met.
        - Each requirement is part of one flow, and its stories name the pages and controls that they are about by ids of the data.
        - Ask for nothing that the application does not have, and for nothing that cannot be seen from outside.
        """;

    public AgentQuestion<RequirementsAnswer> Question(ApplicationModel application) => new(
        "the requirements",
        new()
        {
            PromptName = "design.requirements",
            PromptVersion = 1,
            Instructions = Instructions,
            Summary = new("site map", site.Whole),
            Data = [new("the application", ApplicationText.Of(application)), new("what pages are for", ApplicationText.Of(application.Pages))],
            Question = $"What must this application do? Write one to three requirements for each of {string.Join(", ", application.Flows.Select(f => f.Id))}.",
            MaxOutputTokens = MaxOutputTokens,
            Purpose = ClaudePurpose.Application,
            Subject = "requirements",
        },
        a => [.. FaultsOf(application, a)]);

    public static IReadOnlyList<Requirement> Read(RequirementsAnswer answer) => [.. answer.Requirements.Select((r, i) => new Requirement(
        $"r{i + 1}",
        AnswerText.Line(r.Title),
        AnswerText.Line(r.Text),
        r.Flow,
        [.. r.Stories.SelectMany(s => s.Pages).Distinct()],
        [.. r.Stories.SelectMany(s => s.Elements).Distinct()],
        [.. r.Stories.Select((s, j) => new UserStory(
            $"r{i + 1}.{j + 1}", AnswerText.Line(s.Role), AnswerText.Line(s.Want), AnswerText.Line(s.Benefit), AnswerText.Lines(s.Criteria), [.. s.Pages.Distinct()], [.. s.Elements.Distinct()], []))]))];

    private IEnumerable<string> FaultsOf(ApplicationModel application, RequirementsAnswer answer)
    {
        foreach (var (i, requirement) in answer.Requirements.Index())
        {
            if (!application.Flows.Any(f => f.Id == requirement.Flow))
            {
                yield return $"requirements[{i}].flow: there is no flow {Phrases.Quoted(requirement.Flow)}.";
            }

            foreach (var (j, story) in requirement.Stories.Index())
            {
                foreach (var page in story.Pages.Where(p => !facts.HasPage(p)))
                {
                    yield return $"requirements[{i}].stories[{j}].pages: there is no page {Phrases.Quoted(page)}.";
                }

                foreach (var element in story.Elements.Where(e => facts.Element(e) is null))
                {
                    yield return $"requirements[{i}].stories[{j}].elements: there is no control {Phrases.Quoted(element)}.";
                }
            }
        }
    }
}
