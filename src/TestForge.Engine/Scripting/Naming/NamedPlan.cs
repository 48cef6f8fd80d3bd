using TestForge.Engine.Browser;
using TestForge.Engine.Scripting.Methods;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>A plan whose pages, elements and features have names that are safe in source text.</summary>
internal sealed class NamedPlan
{
    // What a page object has already, in either language, and what every object inherits.
    internal static readonly string[] ReservedMembers =
    [
        "page", "path", "open", "openasync", "constructor", "prototype", "then", "equals", "gethashcode", "gettype", "tostring",
        "memberwiseclone", "finalize", "referenceequals", "valueof", "hasownproperty", "isprototypeof", "propertyisenumerable", "tolocalestring",
    ];

    private readonly Dictionary<string, NamedPage> _pagesByElement = [];
    private readonly Dictionary<string, NamedElement> _elements = [];

    public NamedPlan(TestPlan plan)
    {
        Plan = plan;
        // By name, so that files do not change where the plan's order alone does.
        Pages = [.. NamePages(plan).OrderBy(p => p.ClassName, StringComparer.Ordinal)];
        Features = [.. NameFeatures(plan)];
        Elements = plan.Elements.ToDictionary(e => e.Id);
        foreach (var page in Pages)
        {
            foreach (var element in page.Elements)
            {
                _pagesByElement[element.Element.Id] = page;
                _elements[element.Element.Id] = element;
            }
        }

        Methods = new(this);
    }

    public TestPlan Plan { get; }

    public IReadOnlyList<NamedPage> Pages { get; }

    public IReadOnlyList<NamedFeature> Features { get; }

    public IReadOnlyDictionary<string, PlanElement> Elements { get; }

    public PageMethods Methods { get; }

    /// <summary>The page object and the member that stand for an element.</summary>
    public (NamedPage Page, NamedElement Element) Find(string elementId) => _elements.TryGetValue(elementId, out var element)
        ? (_pagesByElement[elementId], element)
        : throw new StageException(
            "script.unknown_element",
            $"A step uses the element '{elementId}', which is on no page of the plan. Correct test-plan.json or design it again.",
            retryable: false);

    private static IEnumerable<NamedPage> NamePages(TestPlan plan)
    {
        var elements = plan.Elements.ToLookup(e => e.PageId);
        var classes = new UniqueNames(["Page", "PageWatch"]);
        foreach (var page in plan.Pages)
        {
            var name = classes.Take(PageClass(page));
            yield return new(page, name, Words.Kebab(SplitPascal(name)), NameElements(elements[page.Id], name));
        }
    }

    private static string PageClass(PlanPage page)
    {
        var name = Words.Pascal(page.Name, 40);
        if (name is "" or "Page")
        {
            name = Words.Pascal(page.Path.Split('?', '#')[0], 40);
        }

        name = StartsWithLetter(name.Length == 0 ? "Unnamed" : name);
        return name.EndsWith("Page", StringComparison.Ordinal) && name.Length > 4 ? name : name + "Page";
    }

    private static List<NamedElement> NameElements(IEnumerable<PlanElement> elements, string className)
    {
        var names = new UniqueNames([.. ReservedMembers, className]);
        return [.. elements.Select(e => new NamedElement(e, names.Take(ElementMember(e)))).OrderBy(e => e.Member, StringComparer.Ordinal)];
    }

    private static string ElementMember(PlanElement element)
    {
        var name = Words.Pascal(element.Name, 50);
        if (name.Length == 0)
        {
            name = Words.Pascal(element.Print.Role, 20) is { Length: > 0 } role ? role : Words.Pascal(element.Print.Tag, 20);
        }

        return StartsWithLetter(name.Length == 0 ? "Element" : name);
    }

    private static IEnumerable<NamedFeature> NameFeatures(TestPlan plan)
    {
        var unknown = plan.Cases.FirstOrDefault(c => plan.Features.All(f => f.Id != c.FeatureId));
        if (unknown is not null)
        {
            throw new StageException(
                "script.unknown_feature",
                $"The case '{unknown.Id}' is of the feature '{unknown.FeatureId}', which the plan does not have. Correct test-plan.json or design it again.",
                retryable: false);
        }

        var files = new UniqueNames([]);
        var classes = new UniqueNames([]);
        foreach (var feature in plan.Features)
        {
            var cases = plan.Cases.Where(c => c.FeatureId == feature.Id).ToArray();
            if (cases.Length > 0)
            {
                var file = Words.Kebab(feature.Id) is { Length: > 0 } kebab ? kebab : "feature";
                yield return new(feature, files.Take(file, "-"), classes.Take(StartsWithLetter(Words.Pascal(file))), NameCases(cases));
            }
        }
    }

    private static List<NamedCase> NameCases(TestCase[] cases)
    {
        var titles = new UniqueNames([]);
        return [.. cases.Select(c => new NamedCase(c, titles.Take(PageText.Clean(c.Title) is { Length: > 0 } title ? title : c.Id, " "))).OrderBy(c => c.Case.Id, StringComparer.Ordinal)];
    }

    private static string StartsWithLetter(string name) => char.IsAsciiDigit(name[0]) ? "The" + name : name;

    private static string SplitPascal(string pascal) =>
        string.Concat(pascal.Select((c, i) => i > 0 && char.IsAsciiLetterUpper(c) && !char.IsAsciiLetterUpper(pascal[i - 1]) ? $" {c}" : $"{c}"));
}
