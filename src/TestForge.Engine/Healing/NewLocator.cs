using TestForge.Engine.Browser;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing;

/// <summary>Writes a locator for an element found again, unique by what is known of the page. Execution proves it on the page itself.</summary>
internal static class NewLocator
{
    /// <param name="print">The element.</param>
    /// <param name="facts">Its page.</param>
    /// <param name="old">The locator that broke. Its kind is kept where that is no selector: it is what proved to work on the page.</param>
    public static LocatorSpec? For(ElementFingerprint print, PageFacts facts, LocatorSpec old) =>
        All(print, facts).OrderByDescending(l => l.Kind == old.Kind && l.Kind != LocatorKind.Css && l.Within is null).FirstOrDefault();

    /// <summary>Every locator that finds it alone, the best first.</summary>
    public static IEnumerable<LocatorSpec> All(ElementFingerprint print, PageFacts facts) => LocatorCandidates.For(print)
        .Select(c => c.Locator)
        .Where(l => Matches(l, facts).Count() == 1);

    /// <summary>The elements of a page that a locator finds, as far as its facts tell.</summary>
    public static IEnumerable<FactsElement> Matches(LocatorSpec locator, PageFacts facts) => facts.Elements.Where(e => (e.Visible || locator.Kind != LocatorKind.Role) && Finds(locator, e.Print));

    /// <summary>Whether a locator finds an element, as far as its facts tell.</summary>
    public static bool Finds(LocatorSpec locator, ElementFingerprint print)
    {
        if (!locator.Frames.SequenceEqual(print.Frames) || (locator.Within is { } within && (within.Value != print.Landmark || within.Name != print.LandmarkName)))
        {
            return false;
        }

        return locator.Kind switch
        {
            LocatorKind.TestId => print.TestId == locator.Value,
            LocatorKind.Role when locator is { Loose: true, Name: { } part } => print.Role == locator.Value && print.Name.Contains(part, StringComparison.OrdinalIgnoreCase),
            LocatorKind.Role => print.Role == locator.Value && print.Name == locator.Name && !print.Decorated,
            LocatorKind.Label => print.Label == locator.Value || print.Name == locator.Value,
            LocatorKind.Placeholder => print.Placeholder == locator.Value,
            LocatorKind.AltText => print.Alt == locator.Value,
            LocatorKind.Title => print.Title == locator.Value,
            LocatorKind.Css => print.Css == locator.Value || $"#{print.Id}" == locator.Value || $"{print.Tag}[name=\"{print.NameAttribute}\"]" == locator.Value,

            // Text may stand in elements that were not read, so a page's facts cannot tell whether it is unique.
            _ => false,
        };
    }
}
