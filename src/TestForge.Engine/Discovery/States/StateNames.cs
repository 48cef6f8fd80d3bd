using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery.States;

/// <summary>Gives the elements of one page and its states their ids, and each state a title.</summary>
internal sealed class StateNames
{
    private readonly SitePage _page;
    private readonly Dictionary<ElementKey, string> _onPage = [];
    private readonly Dictionary<(string State, ElementKey Key), string> _inState = [];
    private readonly List<PageElement> _found = [];

    public StateNames(SitePage page)
    {
        _page = page;
        foreach (var element in page.Elements)
        {
            _onPage.TryAdd(ElementKey.Of(element.Print), element.Id);
        }
    }

    /// <summary>Elements of the page as loaded that reading it alone did not find.</summary>
    public IReadOnlyList<PageElement> Found => _found;

    /// <summary>Takes in the page as loaded: what listens there without a role gets an id too.</summary>
    public void Learn(PageFacts root)
    {
        foreach (var element in root.Elements.Where(e => e.Visible))
        {
            var key = ElementKey.Of(element.Print);
            if (!_onPage.ContainsKey(key))
            {
                _onPage[key] = $"{_page.Id}.e{_page.Elements.Count + _found.Count + 1}";
                _found.Add(Element(_onPage[key], element));
            }
        }
    }

    /// <summary>The id of an element in a state; of the page when the page as loaded has it too.</summary>
    public string IdOf(string state, FactsElement element)
    {
        var key = ElementKey.Of(element.Print);
        return _inState.GetValueOrDefault((state, key)) ?? _onPage.GetValueOrDefault(key) ?? "";
    }

    /// <summary>Makes a state of what is shown.</summary>
    /// <param name="id">The state's id.</param>
    /// <param name="facts">What is shown.</param>
    /// <param name="root">The page as loaded.</param>
    /// <param name="cause">What the control that led here is called.</param>
    public SiteState State(string id, PageFacts facts, PageFacts root, string cause)
    {
        var seen = root.Elements.Where(e => e.Visible).Select(e => ElementKey.Of(e.Print)).ToHashSet();
        var elements = new List<PageElement>();
        foreach (var element in facts.Elements.Where(e => e.Visible && !seen.Contains(ElementKey.Of(e.Print))))
        {
            var own = $"{id}.e{elements.Count + 1}";
            if (_inState.TryAdd((id, ElementKey.Of(element.Print)), own))
            {
                elements.Add(Element(own, element));
            }
        }

        var forms = facts.Forms
            .Where(f => f.Fields.Any(x => !seen.Contains(ElementKey.Of(facts.Elements[x.Element].Print))))
            .Select((f, i) => SitePages.Form(f, $"{id}.f{i + 1}", e => IdOf(id, facts.Elements[e])));
        return new()
        {
            Id = id,
            PageId = _page.Id,
            Path = [],
            Fingerprint = facts.View ?? facts.Fingerprint,
            Title = Title(facts, root, elements, cause),
            Elements = elements,
            Forms = [.. forms],
        };
    }

    private static string Title(PageFacts facts, PageFacts root, List<PageElement> elements, string cause)
    {
        var shown = elements.FirstOrDefault(e => e.Print.Role is "dialog" or "alertdialog" && e.Print.Name.Length > 0)?.Print.Name
            ?? facts.Headings.Select(h => h.Text).FirstOrDefault(t => t.Length > 0 && root.Headings.All(h => h.Text != t))
            ?? elements.FirstOrDefault(e => e.Print.Role is "alert" or "status" && e.Print.Text is { Length: > 0 })?.Print.Text;
        return PageText.Clean(shown is null ? $"After {cause}" : shown, 100);
    }

    private static PageElement Element(string id, FactsElement element) =>
        new(id, element.Print, element.Visible, element.Enabled, SitePages.HazardOf(element));
}
