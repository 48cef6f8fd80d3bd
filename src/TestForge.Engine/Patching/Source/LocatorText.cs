using TestForge.Engine.Browser;
using TestForge.Engine.Healing;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Source;

/// <summary>Chooses a locator the way the suite's author writes them: the same kind where the element has one, exact only where needed.</summary>
internal static class LocatorText
{
    /// <summary>Returns the best locator that finds the element alone, as source without what it is called on; null when there is none.</summary>
    public static string? For(ElementFingerprint print, PageFacts facts, LocatorCall old, ISourceReader source)
    {
        var kind = KindOf(old.Method);
        var costs = LocatorCandidates.For(print).ToLookup(c => c.Locator, c => c.Cost);
        return NewLocator.All(print, facts)
            .Where(l => l.Frames.SequenceEqual(print.Frames))
            .OrderBy(l => l.Kind == kind && l.Within is null && costs[l].Min() < LocatorCost.Css ? 0 : 1)
            .ThenBy(l => costs[l].Min())
            .Select(l => source.Write(l, old, locator => !locator.Loose && (old.Exact || !AloneWhenLoose(locator, facts))))
            .FirstOrDefault(text => text is not null && text != old.Text);
    }

    private static LocatorKind KindOf(string method) => method switch
    {
        "getByRole" => LocatorKind.Role,
        "getByTestId" => LocatorKind.TestId,
        "getByLabel" => LocatorKind.Label,
        "getByPlaceholder" => LocatorKind.Placeholder,
        "getByText" => LocatorKind.Text,
        "getByAltText" => LocatorKind.AltText,
        "getByTitle" => LocatorKind.Title,
        _ => LocatorKind.Css,
    };

    /// <summary>Whether it still finds one element when a part of its words is enough, in any case of letters.</summary>
    private static bool AloneWhenLoose(LocatorSpec locator, PageFacts facts)
    {
        return facts.Elements.Count(e => locator.Kind switch
        {
            LocatorKind.Role => locator.Name is null || (e.Print.Role == locator.Value && Has(e.Print.Name, locator.Name)),
            LocatorKind.Label => Has(e.Print.Label, locator.Value) || Has(e.Print.Name, locator.Value),
            LocatorKind.Placeholder => Has(e.Print.Placeholder, locator.Value),
            LocatorKind.AltText => Has(e.Print.Alt, locator.Value),
            LocatorKind.Title => Has(e.Print.Title, locator.Value),
            _ => true,
        }) <= 1;

        static bool Has(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
    }
}
