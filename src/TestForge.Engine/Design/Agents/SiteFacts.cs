using TestForge.Engine.Design.Forms;
using TestForge.Engine.Design.Trials;
using TestForge.Pipeline;

namespace TestForge.Engine.Design.Agents;

/// <summary>Looks things up on the site map by the ids that answers name.</summary>
internal sealed class SiteFacts
{
    private static readonly string[] TextTypes = ["text", "textarea", "email", "password", "search", "tel", "url", "number", "date", "time", "month", "week", "datetime-local", "range", "color"];
    private static readonly string[] Boxes = ["checkbox", "radio", "switch"];

    private readonly DesignContext _context;
    private readonly HashSet<string> _pages;
    private readonly Dictionary<string, (FormField Field, PageForm Form)> _fields = [];
    private readonly Dictionary<string, PageForm> _submits = [];
    private readonly Dictionary<string, PageLink> _links = [];
    private readonly Dictionary<string, string> _byUrl = [];
    private readonly Dictionary<string, string> _ways = [];
    private readonly ILookup<string, PageElement> _elements;

    public SiteFacts(DesignContext context)
    {
        _context = context;
        _pages = [.. context.Pages.Select(p => p.Id)];
        _elements = context.Pages.SelectMany(p => p.Elements.Select(e => (p.Id, Element: e))).ToLookup(e => e.Id, e => e.Element);
        foreach (var form in context.Site.Pages.SelectMany(p => p.Forms).Concat(context.Site.States.SelectMany(s => s.Forms)))
        {
            foreach (var field in form.Fields)
            {
                _fields.TryAdd(field.ElementId, (field, form));
            }

            if (form.SubmitElementId is { } submit)
            {
                _submits.TryAdd(submit, form);
            }
        }

        foreach (var page in context.Pages)
        {
            foreach (var url in page.Duplicates.Prepend(page.Url))
            {
                _byUrl.TryAdd(url, page.Id);
            }
        }

        foreach (var link in context.Pages.SelectMany(p => p.Links).Where(l => l.ElementId is not null))
        {
            _links.TryAdd(link.ElementId!, link);
        }

        foreach (var way in context.Site.Transitions.Where(t => t.Action == SiteActions.Click && _pages.Contains(SiteTransition.PageOf(t.To))))
        {
            _ways.TryAdd(way.ElementId, SiteTransition.PageOf(way.To));
        }
    }

    public bool HasPage(string? id) => id is not null && _pages.Contains(id);

    /// <summary>The element, where it is on a page that tests can visit.</summary>
    public PageElement? Element(string? id) => _context.Element(id) is { } element && _pages.Contains(_context.PageOf(element.Id)) ? element : null;

    public FormField? Field(string elementId) => _fields.TryGetValue(elementId, out var found) ? found.Field : null;

    public PageForm? FormOf(string elementId) => _fields.TryGetValue(elementId, out var found) ? found.Form : null;

    public PageForm? SentBy(string elementId) => _submits.GetValueOrDefault(elementId);

    public bool TakesText(PageElement element) => Field(element.Id) is { } field
        ? TextTypes.Contains(field.Type) && !field.ReadOnly
        : element.Print.Role is "textbox" or "searchbox" or "spinbutton" || element.Print.Tag == "textarea";

    public bool IsBox(PageElement element) => Boxes.Contains(Field(element.Id)?.Type ?? element.Print.Role);

    /// <summary>The page that a click leads to, where the map knows it.</summary>
    public string? LeadsTo(string elementId) => _ways.GetValueOrDefault(elementId) ?? (_links.TryGetValue(elementId, out var link) ? _byUrl.GetValueOrDefault(link.Url) : null);

    /// <summary>Where a link leads, in words.</summary>
    public string? Target(string elementId) => LeadsTo(elementId) ?? (_links.TryGetValue(elementId, out var link) ? TargetPaths.Relative(_context.Site.Target, link.Url) ?? "another site" : null);

    /// <summary>The same control on another page: the links of a navigation are on each.</summary>
    public PageElement? Twin(PageElement element, string pageId)
    {
        var twins = _elements[pageId].Where(e => e.Visible && e.Print.Role == element.Print.Role && e.Print.Tag == element.Print.Tag && e.Print.Name == element.Print.Name && e.Print.Landmark == element.Print.Landmark).Take(2).ToArray();
        return twins.Length == 1 && element.Print.Name.Length > 0 ? twins[0] : null;
    }

    /// <summary>Why the control may not be used, or null: the rules that hold for cases of rules, and no sign-ins, because applications count those that fail.</summary>
    public string? RefusalOf(PageElement element)
    {
        if (!_context.IsUsable(element))
        {
            return element.Hazard ?? (element.Visible && element.Enabled ? "it would end the session" : "it cannot be used on the page as it was seen");
        }

        return _links.TryGetValue(element.Id, out var link) && (!link.InScope || TargetPaths.Relative(_context.Site.Target, link.Url) is null) ? "it leads out of the application"
            : SentBy(element.Id) is { } form ? RefusalOf(form)
            : null;
    }

    public string? RefusalOf(PageForm form) => form.Purpose == FormPurpose.Login ? "signing in is left to the rules" : FormGuard.Refusal(_context, form);
}
