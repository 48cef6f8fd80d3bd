using System.Text.RegularExpressions;
using TestForge.Engine.Design.Forms;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>A term taken from the site's own content finds something; a nonsense term shows the state without results.</summary>
internal sealed partial class SearchTechnique : IDesignTechnique
{
    private const string Nonsense = "qzxvkw jwpfq";
    private static readonly string[] Common = ["about", "home", "page", "with", "from", "this", "that", "your", "search", "contact", "login", "sign", "more", "read", "view", "welcome"];

    public string Name => "search";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        foreach (var (page, form, _, _) in DistinctForms.Of(context).Where(f => f.State is null))
        {
            var field = form.Fields.FirstOrDefault(f => f.Type is "search" or "text" && context.IsUsable(context.Element(f.ElementId)));
            if (form.Purpose != FormPurpose.Search || field is null || FormGuard.Refusal(context, form) is not null || FormFilling.Send(context, form) is not { } send)
            {
                continue;
            }

            if (Term(context) is { } term)
            {
                yield return Case(context, page, form, field, send, term, "found", $"Search finds {Phrases.Quoted(term)}", "What the site shows must be found by searching for it.");
            }

            yield return Case(context, page, form, field, send, Nonsense, "nothing", "Search says when nothing is found", "Without a clear answer visitors take a broken search for an empty shop.");
        }
    }

    private CaseDraft Case(DesignContext context, SitePage page, PageForm form, FormField field, TestStep send, string term, string what, string title, string why)
    {
        var element = context.Element(field.ElementId)!;
        return new()
        {
            Id = $"search-{context.Slugs[page.Id]}-{what}",
            Title = title,
            Feature = Features.Search,
            Technique = Name,
            Why = why,
            PageId = page.Id,
            Likelihood = 0.7,
            Value = FormValue.Of(form),
            Actions = [Phrases.GivenOn(context, page), Phrases.WhenFill(element, field, term), send],
            Probes = [new Probe.Outcome(page.Id)],
            Tags = ["search"],
        };
    }

    // The word most headings and link texts of the main content share is the likeliest to be indexed.
    private static string? Term(DesignContext context) => context.Pages
        .SelectMany(p => p.Headings.Where(h => h.Level >= 2).Select(h => h.Text)
            .Concat(p.Elements.Where(e => e is { Visible: true, Print: { Role: "link", Landmark: "main" } }).Select(e => e.Print.Name)))
        .SelectMany(text => Word().Matches(text).Select(m => m.Value))
        .Where(word => !Common.Contains(word.ToLowerInvariant()))
        .GroupBy(word => word.ToLowerInvariant())
        .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
        .FirstOrDefault()?.First();

    [GeneratedRegex(@"\b\p{L}{4,15}\b")]
    private static partial Regex Word();
}
