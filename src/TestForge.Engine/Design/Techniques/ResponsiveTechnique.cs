namespace TestForge.Engine.Design.Techniques;

/// <summary>The page fits a phone and a small computer screen, where it fits now.</summary>
internal sealed class ResponsiveTechnique : IDesignTechnique
{
    public string Name => "responsive";

    public IEnumerable<CaseDraft> Draft(DesignContext context) => context.TypicalPages.Select(page => new CaseDraft
    {
        Id = $"responsive-{context.Slugs[page.Id]}",
        Title = $"{context.PageNames[page.Id]} fits phone and computer screens",
        Feature = Features.Layout,
        Technique = Name,
        Why = "A page wider than the screen hides its content from everyone on a phone.",
        PageId = page.Id,
        Likelihood = 0.3,
        Value = 0.5,
        Actions = [Phrases.GivenOn(context, page)],
        Inspects = true,
        Probes = [new Probe.Fits(1280, 720), new Probe.Fits(390, 844)],
    });
}
