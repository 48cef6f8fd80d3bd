using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>On a telephone, the button that shows the navigation shows it.</summary>
internal sealed class NarrowMenuTechnique : IDesignTechnique
{
    public string Name => "narrow-menu";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        if (context.Pages.OrderBy(p => p.Depth).FirstOrDefault(p => p.Elements.Any(e => IsEntry(context, e))) is not { } page)
        {
            yield break;
        }

        yield return new()
        {
            Id = $"narrow-menu-{context.Slugs[page.Id]}",
            Title = "The menu opens on a telephone",
            Feature = Features.Layout,
            Technique = Name,
            Why = "On a telephone this one button is the way to every other page.",
            PageId = page.Id,
            Likelihood = 0.8,
            Value = 0.9,
            Actions = [Phrases.GivenOn(context, page)],
            Probes = [new Probe.NarrowMenu(page.Id)],
        };
    }

    private static bool IsEntry(DesignContext context, PageElement element) =>
        element is { Visible: true, Print: { Role: "link", Landmark: "navigation" or "banner", Name.Length: > 0, Frames.Count: 0 } } && context.IsUsable(element);
}
