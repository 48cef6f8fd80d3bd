using TestForge.Engine.Browser;
using TestForge.Engine.Scripting.Naming;
using TestForge.Engine.Scripting.TypeScript;

namespace TestForge.Engine.Scripting.Gherkin;

/// <summary>What runnable features call the pages and elements of a plan: as a person would, and no two alike.</summary>
internal sealed class NamedThings
{
    private readonly Dictionary<string, string> _elements = [];
    private readonly Dictionary<string, string> _pages = [];

    public NamedThings(NamedPlan names)
    {
        var pages = new UniqueNames([]);
        foreach (var page in names.Pages)
        {
            _pages[page.Page.Id] = pages.Take(Clean(page.Page.Name), " ");
        }

        var taken = new UniqueNames([]);
        foreach (var group in names.Pages.SelectMany(p => p.Elements.Select(e => (Page: p, e.Element))).GroupBy(e => Clean(e.Element.Name)))
        {
            // One name is enough for what is found the same way on every page, such as the field of a header.
            var alike = group.Select(e => TypeScriptLocators.Expression("", e.Element.Locator)).Distinct().Count() == 1;
            var shared = alike ? taken.Take(group.Key, " ") : null;
            foreach (var (page, element) in group)
            {
                _elements[element.Id] = shared ?? taken.Take($"{group.Key} of the {_pages[page.Page.Id]}", " ");
            }
        }
    }

    /// <summary>Ids of elements by their names; of several with one name the first.</summary>
    public IEnumerable<(string Name, string Id)> Elements =>
        _elements.GroupBy(e => e.Value, e => e.Key).Select(g => (g.Key, g.First())).OrderBy(e => e.Key, StringComparer.Ordinal);

    public string Element(string id) => _elements[id];

    public string Page(NamedPage page) => _pages[page.Page.Id];

    // Quotes hold values in a step, so no name has any.
    private static string Clean(string name) => PageText.Clean(name, 80).Replace('"', '\'') is { Length: > 0 } clean ? clean : "element";
}
