namespace TestForge.Engine.Design.Techniques;

/// <summary>No console error or uncaught exception beyond those known.</summary>
internal sealed class ConsoleTechnique : IDesignTechnique
{
    public string Name => "console";

    public IEnumerable<CaseDraft> Draft(DesignContext context) => context.Pages.Select(page => new CaseDraft
    {
        Id = $"console-{context.Slugs[page.Id]}",
        Title = $"{context.PageNames[page.Id]} logs no new error",
        Feature = Features.Errors,
        Technique = Name,
        Why = "An uncaught error is a feature that silently stopped working.",
        PageId = page.Id,
        Likelihood = 0.55,
        Value = 0.5,
        Actions = [Phrases.GivenOn(context, page)],
        Probes = [new Probe.ConsoleClean(page.Id)],
    });
}
