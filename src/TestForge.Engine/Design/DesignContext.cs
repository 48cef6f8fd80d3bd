using TestForge.Engine.Design.Naming;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>The site map as techniques see it: pages that work, names for everything, made-up values.</summary>
internal sealed class DesignContext
{
    private readonly Dictionary<string, SitePage> _pages;
    private readonly Dictionary<string, PageElement> _elements;
    private readonly Dictionary<string, string> _pageOfElement;

    public DesignContext(SiteMap site, int seed, bool allowDestructive)
    {
        Site = site;
        AllowDestructive = allowDestructive;
        Values = new(seed);
        Pages = [.. site.Pages.Where(IsTestable)];
        _pages = site.Pages.ToDictionary(p => p.Id);
        _elements = [];
        _pageOfElement = [];
        foreach (var page in site.Pages)
        {
            foreach (var element in page.Elements)
            {
                _elements[element.Id] = element;
                _pageOfElement[element.Id] = page.Id;
            }
        }

        PageNames = Naming.PageNames.For(Pages, site.Target);
        ElementNames = Naming.ElementNames.For(Pages);
        Slugs = PageSlugs.For(Pages, site.Target);
    }

    public SiteMap Site { get; }

    public bool AllowDestructive { get; }

    public ValueMaker Values { get; }

    /// <summary>The pages that were rendered and belong to the target's origin, in order of discovery.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    public IReadOnlyDictionary<string, string> PageNames { get; }

    public IReadOnlyDictionary<string, string> ElementNames { get; }

    /// <summary>A short file-safe word for each page, by page id.</summary>
    public IReadOnlyDictionary<string, string> Slugs { get; }

    public SitePage Page(string id) => _pages[id];

    public PageElement? Element(string? id) => id is null ? null : _elements.GetValueOrDefault(id);

    public string PageOf(string elementId) => _pageOfElement[elementId];

    /// <summary>The page's address relative to the target's origin.</summary>
    public string PathOf(SitePage page) => TargetPaths.Relative(Site.Target, page.Url) ?? "/";

    /// <summary>The element that carries the page's main heading: its only visible h1.</summary>
    public PageElement? MainHeading(string pageId)
    {
        var found = Page(pageId).Elements.Where(e => e is { Visible: true, Print: { Tag: "h1", Frames.Count: 0, ShadowDepth: 0, Name.Length: > 0 } }).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>Whether a person could act on the element and the guard lets us.</summary>
    public bool IsUsable(PageElement? element) =>
        element is { Visible: true, Enabled: true } && (AllowDestructive || element.Hazard is null);

    private bool IsTestable(SitePage page) =>
        page is { Outcome: PageOutcome.Ok, Status: > 0 and < 400 } && TargetPaths.Relative(Site.Target, page.Url) is not null;
}
