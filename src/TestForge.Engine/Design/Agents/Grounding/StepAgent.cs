using TestForge.Engine.Claude;
using TestForge.Engine.Claude.Prompts;
using TestForge.Engine.Design.Agents.Asking;
using TestForge.Engine.Design.Agents.Cases;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents.Grounding;

/// <summary>Asks for the steps of each designed case, on elements that the site map has.</summary>
internal sealed class StepAgent(SiteText site, StepChecks checks)
{
    private const int MaxOutputTokens = 6_000;

    private const string Instructions =
        """
        You write down the steps of one test so that a program can take them.
        - The first step opens a page by its id. Each further step uses one control by its id, on the page to which the steps before have led.
        - Use only controls that the data name, and none that is marked REFUSED. If the test cannot be done with them, say why in impossible, with no steps and no expectations.
        - Type only what is made up, with addresses at example.com. Within a text, ${unique} stands for a word that is new each time: use it where something must not exist yet. There are no other references.
        - Expectations are what the application should do by the story, also where you cannot know whether it does. Say them by their meaning: leadsTo a page, stays on the page, refuses, accepts, showsElement, accessible. shows and showsNot are for words that stand in the data or that a step has typed; which messages the application has, you cannot know.
        - At least one expectation must be about what the last step has done.
        """;

    public AgentQuestion<StepsAnswer> Question(ApplicationModel application, DesignedCase test) => new(
        test.Title,
        new()
        {
            PromptName = "design.steps",
            PromptVersion = 1,
            Instructions = Instructions,
            Summary = new("site map and application", $"{site.Whole}\n\n{ApplicationText.Of(application)}"),
            Data = [new("story", ApplicationText.Of(test.Story)), new("test", test.ToString())],
            Question = $"What are the steps of test {test.Id}?",
            MaxOutputTokens = MaxOutputTokens,
            Purpose = ClaudePurpose.Case,
            Subject = test.Id,
        },
        checks.FaultsOf);
}
