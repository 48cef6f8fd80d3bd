using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Purpose;

/// <summary>Asks what the application as a whole is for.</summary>
internal sealed class ApplicationAgent(SiteFacts facts, SiteText site, AgentLimits limits)
{
    private const int MaxOutputTokens = 8_000;

    private const string Instructions =
        """
        You are given the site map of an application and what its pages are for. Say what the application is, for whom, and what they must be able to do with it.
        - Only what the data show counts. What you would expect of such an application and do not see is not there.
        - Personas are kinds of people who use it.
        - A core flow is a way through pages by which a persona reaches something of worth. Name its pages in order by their ids.
        """;

    public AgentQuestion<ApplicationAnswer> Question(IReadOnlyList<PagePurpose> pages) => new(
        "the application",
        new()
        {
            PromptName = "design.application",
            PromptVersion = 1,
            Instructions = Instructions,
            Summary = new("site map", site.Whole),
            Data = [new("what pages are for", ApplicationText.Of(pages))],
            Question = $"What is this application? Name at most {limits.MaxFlows} core flows, the most important first.",
            MaxOutputTokens = MaxOutputTokens,
            Purpose = ClaudePurpose.Application,
            Subject = "application",
        },
        a => [.. FaultsOf(a)]);

    /// <summary>The answer as a part of the artifact; flows beyond the limit are left out.</summary>
    public ApplicationModel Read(ApplicationModel before, ApplicationAnswer answer)
    {
        var ids = answer.Personas.Select((p, i) => (p.Name, Id: $"persona{i + 1}")).DistinctBy(p => p.Name).ToDictionary(p => p.Name, p => p.Id);
        return before with
        {
            Domain = AnswerText.Line(answer.Domain),
            Summary = AnswerText.Line(answer.Summary),
            Personas = [.. answer.Personas.Select((p, i) => new Persona($"persona{i + 1}", AnswerText.Line(p.Name), AnswerText.Line(p.Wants)))],
            Flows = [.. answer.Flows.Take(limits.MaxFlows).Select((f, i) => new CoreFlow($"flow{i + 1}", AnswerText.Line(f.Name), AnswerText.Line(f.Why), ids[f.Persona], [.. f.Pages.Distinct()]))],
        };
    }

    private IEnumerable<string> FaultsOf(ApplicationAnswer answer)
    {
        foreach (var (i, flow) in answer.Flows.Index())
        {
            if (!answer.Personas.Any(p => p.Name == flow.Persona))
            {
                yield return $"flows[{i}].persona: {Phrases.Quoted(flow.Persona)} is none of the personas.";
            }

            foreach (var page in flow.Pages.Where(p => !facts.HasPage(p)))
            {
                yield return $"flows[{i}].pages: there is no page {Phrases.Quoted(page)}.";
            }
        }
    }
}
