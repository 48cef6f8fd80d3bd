namespace TestForge.Engine.Design.Techniques;

/// <summary>No failed request of the page beyond those known.</summary>
internal sealed class NetworkTechnique : IDesignTechnique
{
    public string Name => "network";

    public IEnumerable<CaseDraft> Draft(DesignContext context) => context.Pages.Select(page => new CaseDraft
    {
        Id = $"network-{context.Slugs[page.Id]}",
        Title = $"Requests of the {context.PageNames[page.Id]} succeed",
        Feature = Features.Errors,
        Technique = Name,
        Why = "A script, style or data request that fails leaves the page half working.",
        PageId = page.Id,
        Likelihood = 0.5,
        Value = 0.5,
        Actions = [Phrases.GivenOn(context, page)],
        Probes = [new Probe.RequestsSucceed(page.Id)],
    });
}
