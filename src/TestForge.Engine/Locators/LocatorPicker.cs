using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Locators;

/// <summary>Chooses the cheapest locator that finds exactly the element meant, on the live page.</summary>
internal static class LocatorPicker
{
    // Compares the element found with the one meant by a CSS selector that was unique when the page was read.
    private const string IsAtPosition = "(e, box) => { const b = e.getBoundingClientRect(); "
        + "return Math.abs(b.x + scrollX - box.x) < 3 && Math.abs(b.y + scrollY - box.y) < 3 && Math.abs(b.width - box.width) < 3; }";

    /// <summary>Returns null when no locator finds the element alone.</summary>
    public static async Task<LocatorSpec?> PickAsync(IPage page, ElementFingerprint print, CancellationToken cancellationToken)
    {
        LocatorSpec? byPlace = null;
        foreach (var candidate in LocatorCandidates.For(print))
        {
            var locator = page.Locate(candidate.Locator);
            var count = await locator.CountAsync().WaitAsync(cancellationToken);
            if (count == 1 && await IsMeantAsync(locator, print))
            {
                return candidate.Cost >= LocatorCost.Css ? byPlace ?? candidate.Locator : candidate.Locator;
            }

            if (byPlace is null && count is > 1 and <= 20 && candidate.Cost < LocatorCost.CssId)
            {
                byPlace = await PlaceAsync(locator, candidate.Locator, count, print);
            }
        }

        return byPlace;
    }

    /// <summary>Finds an entry of a list by its place alone: its words are data.</summary>
    public static async Task<LocatorSpec?> PickByPlaceAsync(IPage page, ElementFingerprint print, CancellationToken cancellationToken)
    {
        foreach (var candidate in LocatorCandidates.ByPlace(print))
        {
            var locator = page.Locate(candidate);
            var count = await locator.CountAsync().WaitAsync(cancellationToken);
            if (count is > 0 and <= 500 && await PlaceAsync(locator, candidate, Math.Min(count, 40), print) is { } place)
            {
                return place;
            }
        }

        return null;
    }

    private static async Task<LocatorSpec?> PlaceAsync(ILocator locator, LocatorSpec spec, int count, ElementFingerprint print)
    {
        for (var i = 0; i < count; i++)
        {
            if (await IsMeantAsync(locator.Nth(i), print))
            {
                return spec with { Nth = i };
            }
        }

        return null;
    }

    // Frames shift the element's box, so only the tag is compared there; the frame path is part of the locator.
    private static async Task<bool> IsMeantAsync(ILocator locator, ElementFingerprint print)
    {
        var tag = await locator.EvaluateAsync<string>("e => e.localName");
        return tag == print.Tag && (print.Frames.Count > 0 || await locator.EvaluateAsync<bool>(IsAtPosition, new { x = print.Box.X, y = print.Box.Y, width = print.Box.Width }));
    }
}
