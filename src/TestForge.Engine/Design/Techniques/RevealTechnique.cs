using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Tabs, menus and buttons that show something on the same page still show it.</summary>
internal sealed class RevealTechnique : IDesignTechnique
{
    private const int MaxPerPage = 4;

    public string Name => "reveal";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var testable = context.Pages.Select(p => p.Id).ToHashSet();
        var seen = new HashSet<string>();
        foreach (var onPage in context.Site.Transitions.Where(t => t is { Action: SiteActions.Click, StaysOnPage: true } && testable.Contains(t.From)).GroupBy(t => t.From))
        {
            var page = context.Page(onPage.Key);
            var elements = onPage.Select(t => context.Element(t.ElementId)).OfType<PageElement>()
                .Where(e => context.IsUsable(e) && (!context.Data.IsData(e.Id) || context.Data.IsFirst(e.Id)) && e.Print.Name.Length > 0 && seen.Add($"{page.Fingerprint}|{e.Print.Role}|{e.Print.Name}"));
            foreach (var element in elements.Take(MaxPerPage))
            {
                yield return new()
                {
                    Id = $"reveal-{context.Slugs[page.Id]}-{Naming.Slug.Of(element.Print.Name, 30)}",
                    Title = $"{context.ElementNames[element.Id]} on the {context.PageNames[page.Id]} shows what it should",
                    Feature = Features.Navigation,
                    Technique = Name,
                    Why = "What is hidden behind a tab or a button is lost when the control stops working.",
                    PageId = page.Id,
                    Likelihood = 0.55,
                    Value = 0.5,
                    Actions = [Phrases.GivenOn(context, page), Phrases.WhenClick(context, element)],
                    OnlyReads = true,
                    Probes = [new Probe.Outcome(page.Id), new Probe.Leaves(page.Id)],
                };
            }
        }
    }
}
