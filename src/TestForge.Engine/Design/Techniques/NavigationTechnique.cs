using TestForge.Engine.Design.Forms;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Links and menus lead where they led when the site was explored; shared navigation is tried once.</summary>
internal sealed class NavigationTechnique : IDesignTechnique
{
    private const int MaxPerPage = 6;

    public string Name => "navigation";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var testable = context.Pages.Select(p => p.Id).ToHashSet();
        var seen = new HashSet<string>();
        var perPage = new Dictionary<string, int>();
        var states = context.Site.States.ToDictionary(s => s.Id);
        var candidates = context.Site.Transitions
            .Where(t => t is { Action: SiteActions.Click } && !t.StaysOnPage && testable.Contains(SiteTransition.PageOf(t.From)) && testable.Contains(t.To))
            .OrderBy(t => context.Page(SiteTransition.PageOf(t.From)).Depth);
        foreach (var transition in candidates)
        {
            var from = context.Page(SiteTransition.PageOf(transition.From));
            var state = states.GetValueOrDefault(transition.From);
            if ((state is null ? [] : StatePaths.Steps(context, state)) is not { } lead)
            {
                continue;
            }

            var to = context.Page(transition.To);
            // Entries of a list lead to records: the first stands for all of them.
            var record = context.Data.IsData(transition.ElementId);
            if (context.Element(transition.ElementId) is not { } element || (record && !context.Data.IsFirst(element.Id)) || !context.IsUsable(element) || element.Print.Name.Length == 0
                || context.PathOf(from) == context.PathOf(to))
            {
                continue;
            }

            var shared = element.Print.Landmark is "navigation" or "banner" or "contentinfo";
            // Fifty products in a list are one way to a product page, whichever of them is clicked.
            var isNew = shared ? state is null && seen.Add($"shared|{to.Id}") : seen.Add($"{from.Fingerprint}|{state?.Id}|{to.Fingerprint}");
            if (!isNew || perPage.GetValueOrDefault(from.Id) >= MaxPerPage + (shared ? 20 : 0))
            {
                continue;
            }

            perPage[from.Id] = perPage.GetValueOrDefault(from.Id) + 1;
            yield return new()
            {
                Id = $"navigation-{context.Slugs[from.Id]}-to-{context.Slugs[to.Id]}{(shared ? "" : "-main")}{(state is null ? "" : $"-{state.Id[(state.Id.LastIndexOf('.') + 1)..]}")}",
                Title = $"{context.ElementNames[element.Id]} leads to the {context.PageNames[to.Id]}",
                Feature = Features.Navigation,
                Technique = Name,
                Why = shared
                    ? "The site's own navigation is how visitors reach this page; a wrong or dead entry hides it."
                    : "This is how visitors get from one step to the next; a wrong or dead link ends their visit.",
                PageId = from.Id,
                OtherPageIds = [to.Id],
                Likelihood = 0.6,
                Value = shared ? 0.8 : 0.6,
                Actions = [Phrases.GivenOn(context, from), .. lead, .. Subject(context, from, record ? element : null), Phrases.WhenClick(context, element)],
                Probes = [new Probe.Arrives(to.Id, AnyRecord: record), .. Carries(context, from, to, record)],
            };
        }
    }

    // What a visitor chose on one page must be what the next page is about.
    private static IEnumerable<TestStep> Subject(DesignContext context, SitePage from, PageElement? record) =>
        record is not null ? [Phrases.WhenNote(context, record.Id, Probe.Carries.Subject)] : Subjects.Of(context, from);

    private static IEnumerable<Probe> Carries(DesignContext context, SitePage from, SitePage to, bool record) =>
        record || context.Data.IsRecordPage(from.Id) ? [new Probe.Carries(to.Id)] : [];
}
