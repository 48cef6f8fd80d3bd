namespace TestForge.Engine.Design.Techniques;

/// <summary>Pages for those who are signed in stay shut for everyone else.</summary>
internal sealed class AccessTechnique : IDesignTechnique
{
    private const int MaxPages = 12;

    public string Name => "access";

    public IEnumerable<CaseDraft> Draft(DesignContext context) => !context.SignedIn ? [] : context.TypicalPages.OrderBy(p => p.Depth).Take(MaxPages).Select(page => new CaseDraft
    {
        Id = $"access-{context.Slugs[page.Id]}",
        Title = $"{context.PageNames[page.Id]} is shut for visitors who are not signed in",
        Feature = Features.SignIn,
        Technique = Name,
        Why = "A check that is lost shows everyone what belongs to one user; nobody who is signed in would notice.",
        PageId = page.Id,
        Likelihood = 0.8,
        Value = 1,
        Anonymous = true,
        Actions = [Phrases.GivenOn(context, page)],
        Probes = [new Probe.Denied(context.PathOf(page))],
        Tags = ["negative"],
    });
}
