using TestForge.Engine.Design.Naming;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>A button that destroys asks before it acts, and takes no for an answer. Only where destroying is allowed: it may not ask.</summary>
internal sealed class QuestionTechnique : IDesignTechnique
{
    private const int MaxPerPage = 2;

    public string Name => "question";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        if (!context.AllowDestructive)
        {
            yield break;
        }

        foreach (var page in context.TypicalPages)
        {
            var buttons = page.Elements.Where(e => e is { Hazard: not null, Print: { Role: "button", Name.Length: > 0, Frames.Count: 0 } } && context.IsUsable(e)
                && (!context.Data.IsData(e.Id) || context.Data.IsFirst(e.Id)));
            foreach (var button in buttons.Take(MaxPerPage))
            {
                yield return new()
                {
                    Id = $"question-{context.Slugs[page.Id]}-{Slug.Of(button.Print.Name, 30)}",
                    Title = $"{context.ElementNames[button.Id]} on the {context.PageNames[page.Id]} asks, and takes no for an answer",
                    Feature = Features.Pages,
                    Technique = Name,
                    Why = "What is gone by a slip of the hand is gone; the question is the way back.",
                    PageId = page.Id,
                    Likelihood = 0.7,
                    Value = 0.8,
                    Actions = [Phrases.GivenOn(context, page), Phrases.WhenClick(context, button)],
                    Probes = [new Probe.Leaves(page.Id)],
                    Tags = ["negative"],
                };
            }
        }
    }
}
