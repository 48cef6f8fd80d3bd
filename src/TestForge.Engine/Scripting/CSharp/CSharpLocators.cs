using System.Globalization;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.CSharp;

/// <summary>Writes a locator as Playwright for .NET.</summary>
internal static class CSharpLocators
{
    public static string Expression(string page, LocatorSpec spec) =>
        page + string.Concat(spec.Frames.Select(f => $".FrameLocator({DoubleQuoted(f)})")) + Chain(spec);

    private static string Chain(LocatorSpec spec) => (spec.Within is { } outer ? Chain(outer) : "") + Own(spec) + Filter(spec) + Nth(spec);

    private static string Filter(LocatorSpec spec) => spec.HasText is { } text ? $".Filter(new() {{ HasText = {CSharpValues.Text(text)} }})" : "";

    private static string Own(LocatorSpec spec) => spec.Kind switch
    {
        LocatorKind.TestId => $".GetByTestId({DoubleQuoted(spec.Value)})",
        LocatorKind.Role when spec.Name is null => $".GetByRole(AriaRole.{AriaRoles.Of(spec)})",
        LocatorKind.Role when spec.Loose => $".GetByRole(AriaRole.{AriaRoles.Of(spec)}, new() {{ Name = {DoubleQuoted(spec.Name)} }})",
        LocatorKind.Role => $".GetByRole(AriaRole.{AriaRoles.Of(spec)}, new() {{ Name = {DoubleQuoted(spec.Name)}, Exact = true }})",
        LocatorKind.Label => $".GetByLabel({DoubleQuoted(spec.Value)}, new() {{ Exact = true }})",
        LocatorKind.Placeholder => $".GetByPlaceholder({DoubleQuoted(spec.Value)}, new() {{ Exact = true }})",
        LocatorKind.Text => $".GetByText({DoubleQuoted(spec.Value)}, new() {{ Exact = true }})",
        LocatorKind.AltText => $".GetByAltText({DoubleQuoted(spec.Value)}, new() {{ Exact = true }})",
        LocatorKind.Title => $".GetByTitle({DoubleQuoted(spec.Value)}, new() {{ Exact = true }})",
        _ => $".Locator({DoubleQuoted(spec.Value)})",
    };

    private static string Nth(LocatorSpec spec) => spec.Nth switch
    {
        null => "",
        0 => ".First",
        { } n => string.Create(CultureInfo.InvariantCulture, $".Nth({n})"),
    };
}
