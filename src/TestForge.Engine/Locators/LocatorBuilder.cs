using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Locators;

/// <summary>Turns a locator as data into a locator on a page.</summary>
internal static class LocatorBuilder
{
    public static ILocator Locate(this IPage page, LocatorSpec spec)
    {
        if (spec.Frames.Count == 0)
        {
            return spec.Within is { } outer ? Within(page.Locate(outer), spec) : Nth(OnPage(page, spec), spec);
        }

        var frame = page.FrameLocator(spec.Frames[0]);
        foreach (var inner in spec.Frames.Skip(1))
        {
            frame = frame.FrameLocator(inner);
        }

        return spec.Within is { } scope ? Within(Nth(OnFrame(frame, scope), scope), spec) : Nth(OnFrame(frame, spec), spec);
    }

    private static ILocator Nth(ILocator locator, LocatorSpec spec)
    {
        var filtered = spec.HasText is { } text ? locator.Filter(new() { HasText = text }) : locator;
        return spec.Nth is { } n ? filtered.Nth(n) : filtered;
    }

    private static ILocator OnPage(IPage page, LocatorSpec spec) => spec.Kind switch
    {
        LocatorKind.TestId => page.GetByTestId(spec.Value),
        LocatorKind.Role => page.GetByRole(Role(spec), new() { Name = spec.Name, Exact = spec.Name is null || spec.Loose ? null : true }),
        LocatorKind.Label => page.GetByLabel(spec.Value, new() { Exact = true }),
        LocatorKind.Placeholder => page.GetByPlaceholder(spec.Value, new() { Exact = true }),
        LocatorKind.Text => page.GetByText(spec.Value, new() { Exact = true }),
        LocatorKind.AltText => page.GetByAltText(spec.Value, new() { Exact = true }),
        LocatorKind.Title => page.GetByTitle(spec.Value, new() { Exact = true }),
        _ => page.Locator(spec.Value),
    };

    private static ILocator OnFrame(IFrameLocator frame, LocatorSpec spec) => spec.Kind switch
    {
        LocatorKind.TestId => frame.GetByTestId(spec.Value),
        LocatorKind.Role => frame.GetByRole(Role(spec), new() { Name = spec.Name, Exact = spec.Name is null || spec.Loose ? null : true }),
        LocatorKind.Label => frame.GetByLabel(spec.Value, new() { Exact = true }),
        LocatorKind.Placeholder => frame.GetByPlaceholder(spec.Value, new() { Exact = true }),
        LocatorKind.Text => frame.GetByText(spec.Value, new() { Exact = true }),
        LocatorKind.AltText => frame.GetByAltText(spec.Value, new() { Exact = true }),
        LocatorKind.Title => frame.GetByTitle(spec.Value, new() { Exact = true }),
        _ => frame.Locator(spec.Value),
    };

    private static ILocator Within(ILocator outer, LocatorSpec spec) => Nth(spec.Kind switch
    {
        LocatorKind.TestId => outer.GetByTestId(spec.Value),
        LocatorKind.Role => outer.GetByRole(Role(spec), new() { Name = spec.Name, Exact = spec.Name is null || spec.Loose ? null : true }),
        LocatorKind.Label => outer.GetByLabel(spec.Value, new() { Exact = true }),
        LocatorKind.Placeholder => outer.GetByPlaceholder(spec.Value, new() { Exact = true }),
        LocatorKind.Text => outer.GetByText(spec.Value, new() { Exact = true }),
        LocatorKind.AltText => outer.GetByAltText(spec.Value, new() { Exact = true }),
        LocatorKind.Title => outer.GetByTitle(spec.Value, new() { Exact = true }),
        _ => outer.Locator(spec.Value),
    }, spec);

    private static AriaRole Role(LocatorSpec spec) =>
        Enum.TryParse<AriaRole>(spec.Value, ignoreCase: true, out var role)
            ? role
            : throw new StageException("locator.unknown_role", $"'{spec.Value}' is no ARIA role, in the locator {spec}. Correct it in test-plan.json.", retryable: false);
}
