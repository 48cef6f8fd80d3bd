using System.Collections.Concurrent;
using TestForge.Engine.Browser;
using TestForge.Engine.Design.Naming;
using TestForge.Engine.Design.Trials;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Design;

/// <summary>The site map as techniques see it: pages that work, names for everything, made-up values.</summary>
internal sealed class DesignContext
{
    private readonly Dictionary<string, SitePage> _pages;
    private readonly ConcurrentDictionary<string, PageElement> _elements = [];
    private readonly ConcurrentDictionary<string, string> _pageOfElement = [];
    private readonly ConcurrentDictionary<string, string> _elementNames;

    public DesignContext(SiteMap site, int seed, bool allowDestructive, SessionSource session, bool comparesPictures = false)
    {
        Site = site;
        AllowDestructive = allowDestructive;
        Session = session;
        ComparesPictures = comparesPictures;
        Values = new(seed);
        Pages = [.. site.Pages.Where(IsTestable)];
        _pages = site.Pages.ToDictionary(p => p.Id);
        var elements = site.Pages.SelectMany(p => p.Elements.Select(e => (Page: p.Id, Element: e)))
            .Concat(site.States.SelectMany(s => s.Elements.Select(e => (Page: s.PageId, Element: e))))
            .ToLookup(e => e.Page, e => e.Element);
        foreach (var page in elements)
        {
            foreach (var element in page)
            {
                _elements[element.Id] = element;
                _pageOfElement[element.Id] = page.Key;
            }
        }

        Data = new(site, Pages);
        TypicalPages = [.. Pages.GroupBy(p => Data.IsRecordPage(p.Id) ? (UrlTemplates.OfRecord(PathOf(p)) ?? p.Id, "") : (PathOf(p).Split('?')[0] + Fragment(p), p.Title)).Select(g => g.First())];
        PageNames = Naming.PageNames.For(Pages, site.Target, Data);
        _elementNames = new(Naming.ElementNames.For(Pages.Select(p => elements[p.Id]), Data));
        Slugs = PageSlugs.For(Pages, site.Target);
    }

    public SiteMap Site { get; }

    public SiteData Data { get; }

    public bool AllowDestructive { get; }

    /// <summary>Whether cases compare pictures with baselines.</summary>
    public bool ComparesPictures { get; }

    /// <summary>How to sign in, or null.</summary>
    public LoginSpec? Login => Session.Login;

    /// <summary>Whether the pages were seen by someone who is signed in.</summary>
    public bool SignedIn => Session.SignedIn;

    public ValueMaker Values { get; }

    private SessionSource Session { get; }

    /// <summary>The pages that were rendered and belong to the target's origin, in order of discovery.</summary>
    public IReadOnlyList<SitePage> Pages { get; }

    /// <summary>The pages that differ by more than their data: one for all records of a kind, one for all choices of the same list.</summary>
    public IReadOnlyList<SitePage> TypicalPages { get; }

    public IReadOnlyDictionary<string, string> PageNames { get; }

    public IReadOnlyDictionary<string, string> ElementNames => _elementNames;

    /// <summary>A short file-safe word for each page, by page id.</summary>
    public IReadOnlyDictionary<string, string> Slugs { get; }

    public SitePage Page(string id) => _pages[id];

    public PageElement? Element(string? id) => id is null ? null : _elements.GetValueOrDefault(id);

    /// <summary>Adds an element that the map does not have, found while a case was tried.</summary>
    public void Adopt(string pageId, string name, PageElement element)
    {
        _elements[element.Id] = element;
        _pageOfElement[element.Id] = pageId;
        _elementNames[element.Id] = name;
    }

    public string PageOf(string elementId) => _pageOfElement[elementId];

    /// <summary>The page's address relative to the target's origin.</summary>
    public string PathOf(SitePage page) => TargetPaths.Relative(Site.Target, page.Url) ?? "/";

    /// <summary>The element that carries the page's main heading: its only visible h1.</summary>
    public PageElement? MainHeading(string pageId)
    {
        var found = Page(pageId).Elements.Where(e => e is { Visible: true, Print: { Tag: "h1", Frames.Count: 0, ShadowDepth: 0, Name.Length: > 0 } }).Take(2).ToArray();
        return found.Length == 1 ? found[0] : null;
    }

    /// <summary>
    /// Whether a person could act on the element and the guard lets us. Signing out would end the session that all cases share;
    /// the case that does so signs in by itself.
    /// </summary>
    public bool IsUsable(PageElement? element) =>
        element is { Visible: true, Enabled: true } && (element.Hazard is null || (AllowDestructive && !(SignedIn && SignOutWords.Name(element.Print))));

    private string Fragment(SitePage page) => PathOf(page).Split('#') is [_, var fragment] ? fragment.Split('?')[0] : "";

    // A page that its own script shows without asking the server has no status.
    private bool IsTestable(SitePage page) =>
        page is { Outcome: PageOutcome.Ok, Status: < 400 } && TargetPaths.Relative(Site.Target, page.Url) is not null;
}
