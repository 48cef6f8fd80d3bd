using TestForge.Pipeline;

namespace TestForge.Engine.Scripting;

/// <summary>The names a generated project uses for pages, elements and files.</summary>
internal sealed class PlanNames
{
    // Members of page objects and words of both languages.
    private static readonly string[] ReservedMembers =
    [
        "page", "constructor", "goto", "path", "locator", "class", "new", "delete", "default", "function", "return", "import", "export",
        "switch", "case", "public", "private", "static", "void", "string", "object", "event", "base", "this", "null", "true", "false",
        "ToString", "Equals", "GetType", "GetHashCode", "Finalize", "MemberwiseClone", "ReferenceEquals", "in", "is", "as", "for", "if", "do",
    ];

    private static readonly string[] ReservedPages = ["Page", "PageWatch", "Checks", "Settings", "PageTest", "Locator", "Request", "Response", "Watch", "Test", "Expect", "Context", "Browser"];

    private readonly Dictionary<string, PageName> _pages = [];
    private readonly Dictionary<string, ElementName> _elements = [];

    public PlanNames(TestPlan plan)
    {
        var classes = new Identifiers(ReservedPages);
        var used = plan.Cases.SelectMany(c => c.Steps).Select(s => s.Action.Element).OfType<string>().ToHashSet();
        foreach (var page in plan.Pages)
        {
            var elements = plan.Elements.Where(e => e.PageId == page.Id && used.Contains(e.Id)).ToArray();
            if (elements.Length == 0)
            {
                continue;
            }

            var name = page.Name.EndsWith("page", StringComparison.OrdinalIgnoreCase) ? page.Name : $"{page.Name} page";
            var pageName = new PageName(page, classes.Pascal(name, "SitePage"));
            _pages[page.Id] = pageName;
            var members = new Identifiers([.. ReservedMembers, pageName.Class]);
            foreach (var element in elements)
            {
                _elements[element.Id] = new(pageName, members.Pascal(element.Name, "Element"), element);
            }
        }
    }

    /// <summary>Pages that need a page object, in the plan's order.</summary>
    public IEnumerable<PageName> Pages => _pages.Values;

    public IEnumerable<ElementName> ElementsOf(PageName page) => _elements.Values.Where(e => e.Page == page);

    public ElementName Element(string elementId) => _elements.TryGetValue(elementId, out var name)
        ? name
        : throw new StageException("plan.unknown_element", $"The plan has no element '{elementId}' on a page it knows. Correct test-plan.json or design it again.", retryable: false);
}
