using TestForge.Engine.Design.Forms;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>No violation of WCAG 2.1 A and AA beyond the rules known, on each page as loaded and in what it shows when it is used.</summary>
internal sealed class AccessibilityTechnique : IDesignTechnique
{
    private const int MaxStates = 4;

    public string Name => "accessibility";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var states = context.Site.States.ToLookup(s => s.PageId);
        foreach (var page in context.TypicalPages)
        {
            yield return Case(context, page, "", $"{context.PageNames[page.Id]} has no new accessibility barrier", 0.5, []);
            var ways = states[page.Id].OrderBy(s => s.Path.Count).Select(s => (State: s, Lead: StatePaths.Steps(context, s))).Where(w => w.Lead is { Count: > 0 });
            foreach (var (state, lead) in ways.Take(MaxStates))
            {
                yield return Case(context, page, $"-{state.Id[(state.Id.LastIndexOf('.') + 1)..]}", $"{context.PageNames[page.Id]} has no new accessibility barrier when {lead![^1].Text}", 0.4, lead);
            }
        }
    }

    private CaseDraft Case(DesignContext context, SitePage page, string suffix, string title, double likelihood, IReadOnlyList<TestStep> lead) => new()
    {
        Id = $"accessibility-{context.Slugs[page.Id]}{suffix}",
        Title = title,
        Feature = Features.Accessibility,
        Technique = Name,
        Why = lead.Count == 0
            ? "Barriers keep people out and break the law in many places; new ones should not slip in."
            : "Dialogs, menus and answers of forms are where barriers hide: they are not there when a page is checked as it loads.",
        PageId = page.Id,
        Likelihood = likelihood,
        Value = 0.5,
        OnlyReads = lead.Count > 0,
        Inspects = lead.Count == 0,
        Actions = [Phrases.GivenOn(context, page), .. lead],
        Probes = [new Probe.Accessible()],
    };
}
