using TestForge.Pipeline;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Locators as a person writes them with @playwright/test.</summary>
internal static class TsLocators
{
    public static string Write(LocatorSpec locator, string page)
    {
        var root = locator.Frames.Aggregate(page, (outer, frame) => $"{outer}.frameLocator({Ts.Text(frame)})");
        return locator.Within is { } within ? $"{root}{Own(within)}{Own(locator)}" : root + Own(locator);
    }

    private static string Own(LocatorSpec locator)
    {
        var value = Ts.Text(locator.Value);
        var own = locator.Kind switch
        {
            LocatorKind.TestId => $".getByTestId({value})",
            LocatorKind.Role when locator.Name is null => $".getByRole({value})",
            LocatorKind.Role => $".getByRole({value}, {{ name: {Ts.Text(locator.Name)}, exact: true }})",
            LocatorKind.Label => $".getByLabel({value}, {{ exact: true }})",
            LocatorKind.Placeholder => $".getByPlaceholder({value}, {{ exact: true }})",
            LocatorKind.Text => $".getByText({value}, {{ exact: true }})",
            LocatorKind.AltText => $".getByAltText({value}, {{ exact: true }})",
            LocatorKind.Title => $".getByTitle({value}, {{ exact: true }})",
            _ => $".locator({value})",
        };
        return own + locator.Nth switch { null => "", 0 => ".first()", var n => $".nth({n})" };
    }
}
