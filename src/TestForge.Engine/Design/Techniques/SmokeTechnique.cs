using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>Each page opens whole: status, title, main heading, the elements a visitor comes for, and no error behind it.</summary>
internal sealed class SmokeTechnique : IDesignTechnique
{
    private const int MaxElements = 4;
    private static readonly string[] KeyRoles = ["textbox", "searchbox", "combobox", "button", "link", "tab"];

    public string Name => "smoke";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var page in context.TypicalPages)
        {
            var probes = new List<Probe> { new Probe.Opens(page.Id) };
            if (KeyElements(context, page).ToArray() is { Length: > 0 } elements)
            {
                probes.Add(new Probe.Shows(elements));
            }

            probes.Add(new Probe.ConsoleClean(page.Id));
            probes.Add(new Probe.RequestsSucceed(page.Id));
            probes.Add(new Probe.Vitals());

            yield return new()
            {
                Id = $"smoke-{context.Slugs[page.Id]}",
                Title = $"{context.PageNames[page.Id]} opens",
                Feature = Features.Pages,
                Technique = Name,
                Why = "A page that does not open, or opens as another one, makes everything behind it unreachable; one with errors behind it works by luck.",
                PageId = page.Id,
                Likelihood = 0.7,
                // Everybody comes by the start page.
                Value = page.Depth == 0 ? 1 : page.Forms.Count > 0 ? 0.8 : 0.6,
                Actions = [Phrases.GivenOn(context, page)],
                Probes = probes,
            };
        }
    }

    // What sets this page apart lies in its main part; the shared navigation has cases of its own.
    private static IEnumerable<string> KeyElements(DesignContext context, SitePage page) => page.Elements
        .Where(e => !context.Data.IsData(e.Id))
        .Where(e => e is { Visible: true, Print: { Frames.Count: 0, Name.Length: > 1 } } && KeyRoles.Contains(e.Print.Role))
        .Where(e => e.Print.Landmark is not ("navigation" or "banner" or "contentinfo"))
        .OrderBy(e => Array.IndexOf(KeyRoles, e.Print.Role))
        .Take(MaxElements)
        .Select(e => e.Id);
}
