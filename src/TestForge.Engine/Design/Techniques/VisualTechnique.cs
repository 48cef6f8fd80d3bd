using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>The parts of each page that show no data look as they did, in a window of one size. Only when pictures are to be compared.</summary>
internal sealed class VisualTechnique : IDesignTechnique
{
    private const int Width = 1280;
    private const int Height = 720;

    public string Name => "visual";

    public IEnumerable<CaseDraft> Draft(DesignContext context) => !context.ComparesPictures ? [] : context.TypicalPages.Select(page => new CaseDraft
    {
        Id = $"visual-{context.Slugs[page.Id]}",
        Title = $"{context.PageNames[page.Id]} looks as before",
        Feature = Features.Pages,
        Technique = Name,
        Why = "A style that went missing, a picture out of place or an overlap breaks what people see while every script still finds its elements.",
        PageId = page.Id,
        Likelihood = 0.6,
        Value = page.Depth == 0 ? 1 : page.Forms.Count > 0 ? 0.8 : 0.6,
        Actions = [Phrases.GivenOn(context, page), Phrases.WhenResize(Width, Height)],
        Probes = [new Probe.Looks(page.Id)],
    });
}
