namespace TestForge.Engine.Design.Techniques;

/// <summary>No violation of WCAG 2.1 A and AA beyond the rules known.</summary>
internal sealed class AccessibilityTechnique : IDesignTechnique
{
    public string Name => "accessibility";

    public IEnumerable<CaseDraft> Draft(DesignContext context) => context.TypicalPages.Select(page => new CaseDraft
    {
        Id = $"accessibility-{context.Slugs[page.Id]}",
        Title = $"{context.PageNames[page.Id]} has no new accessibility barrier",
        Feature = Features.Accessibility,
        Technique = Name,
        Why = "Barriers keep people out and break the law in many places; new ones should not slip in.",
        PageId = page.Id,
        Likelihood = 0.5,
        Value = 0.5,
        Actions = [Phrases.GivenOn(context, page)],
        Probes = [new Probe.Accessible()],
    });
}
