using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Techniques;

/// <summary>The links of each page that work now still resolve; a link found on many pages is checked from the first.</summary>
internal sealed partial class LinkTechnique : IDesignTechnique
{
    private const int MaxPaths = 25;

    public string Name => "links";

    public IEnumerable<CaseDraft> Draft(DesignContext context)
    {
        var seen = new HashSet<string>();
        var broken = context.Site.Pages.Where(p => p.Outcome != PageOutcome.Ok || p.Status >= 400)
            .SelectMany(p => p.Duplicates.Prepend(p.Url)).ToHashSet();
        foreach (var page in context.TypicalPages.OrderBy(p => p.Depth))
        {
            var paths = page.Links
                .Where(l => l.InScope && !broken.Contains(l.Url) && !IsHazard(context, l))
                .Select(l => TargetPaths.Relative(context.Site.Target, l.Url)?.Split('#')[0])
                .OfType<string>().Where(p => p.Length > 0 && seen.Add(p)).ToArray();
            foreach (var (chunk, index) in paths.Chunk(MaxPaths).Select((c, i) => (c, i)))
            {
                yield return new()
                {
                    Id = $"links-{context.Slugs[page.Id]}{(index == 0 ? "" : $"-{index + 1}")}",
                    Title = $"Links of the {context.PageNames[page.Id]} work{(index == 0 ? "" : $" (part {index + 1})")}",
                    Feature = Features.Links,
                    Technique = Name,
                    Why = "A link that ends in an error loses the visitor who followed it.",
                    PageId = page.Id,
                    Likelihood = 0.45,
                    Value = 0.5,
                    Actions = [Phrases.GivenOn(context, page)],
                    Inspects = true,
                    Probes = [new Probe.LinksResolve(chunk)],
                };
            }
        }
    }

    // Asking for /logout signs the session out, whichever way it is asked.
    private static bool IsHazard(DesignContext context, PageLink link) =>
        context.Element(link.ElementId)?.Hazard is not null || Dangerous().IsMatch(link.Url);

    [GeneratedRegex(@"log-?_?out|sign-?_?out|log-?_?off|delete|remove|unsubscribe|destroy|cancel|download|/export|/print", RegexOptions.IgnoreCase)]
    private static partial Regex Dangerous();
}
