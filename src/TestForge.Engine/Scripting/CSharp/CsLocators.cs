using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Locators as a person writes them with Microsoft.Playwright.</summary>
internal static class CsLocators
{
    public static string Write(LocatorSpec locator, string page)
    {
        var root = locator.Frames.Aggregate(page, (outer, frame) => $"{outer}.FrameLocator({Cs.Text(frame)})");
        return locator.Within is { } within ? $"{root}{Own(within)}{Own(locator)}" : root + Own(locator);
    }

    private static string Own(LocatorSpec locator)
    {
        var value = Cs.Text(locator.Value);
        var own = locator.Kind switch
        {
            LocatorKind.TestId => $".GetByTestId({value})",
            LocatorKind.Role when locator.Name is null => $".GetByRole(AriaRole.{Role(locator.Value)})",
            LocatorKind.Role => $".GetByRole(AriaRole.{Role(locator.Value)}, new() {{ Name = {Cs.Text(locator.Name)}, Exact = true }})",
            LocatorKind.Label => $".GetByLabel({value}, new() {{ Exact = true }})",
            LocatorKind.Placeholder => $".GetByPlaceholder({value}, new() {{ Exact = true }})",
            LocatorKind.Text => $".GetByText({value}, new() {{ Exact = true }})",
            LocatorKind.AltText => $".GetByAltText({value}, new() {{ Exact = true }})",
            LocatorKind.Title => $".GetByTitle({value}, new() {{ Exact = true }})",
            _ => $".Locator({value})",
        };
        return own + locator.Nth switch { null => "", 0 => ".First", var n => string.Create(CultureInfo.InvariantCulture, $".Nth({n})") };
    }

    private static string Role(string role) => Enum.TryParse<Microsoft.Playwright.AriaRole>(role, ignoreCase: true, out var known)
        ? known.ToString()
        : throw new StageException("locator.unknown_role", $"'{role}' is no ARIA role. Correct the locator in test-plan.json.", retryable: false);
}
