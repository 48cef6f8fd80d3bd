using System.Globalization;
using TestForge.Engine.Scripting.Source;
using TestForge.Pipeline;
using static TestForge.Engine.Scripting.Source.StringLiteral;

namespace TestForge.Engine.Scripting.TypeScript;

/// <summary>Writes a locator as Playwright for TypeScript.</summary>
internal static class TypeScriptLocators
{
    public static string Expression(string page, LocatorSpec spec) =>
        page + string.Concat(spec.Frames.Select(f => $".frameLocator({SingleQuoted(f)})")) + Chain(spec);

    private static string Chain(LocatorSpec spec) => (spec.Within is { } outer ? Chain(outer) : "") + Own(spec) + Filter(spec) + Nth(spec);

    private static string Filter(LocatorSpec spec) => spec.HasText is { } text ? $".filter({{ hasText: {TypeScriptValues.Text(text)} }})" : "";

    private static string Own(LocatorSpec spec) => spec.Kind switch
    {
        LocatorKind.TestId => $".getByTestId({SingleQuoted(spec.Value)})",
        LocatorKind.Role when spec.Name is null => $".getByRole({Role(spec)})",
        LocatorKind.Role when spec.Loose => $".getByRole({Role(spec)}, {{ name: {SingleQuoted(spec.Name)} }})",
        LocatorKind.Role => $".getByRole({Role(spec)}, {{ name: {SingleQuoted(spec.Name)}, exact: true }})",
        LocatorKind.Label => $".getByLabel({SingleQuoted(spec.Value)}, {{ exact: true }})",
        LocatorKind.Placeholder => $".getByPlaceholder({SingleQuoted(spec.Value)}, {{ exact: true }})",
        LocatorKind.Text => $".getByText({SingleQuoted(spec.Value)}, {{ exact: true }})",
        LocatorKind.AltText => $".getByAltText({SingleQuoted(spec.Value)}, {{ exact: true }})",
        LocatorKind.Title => $".getByTitle({SingleQuoted(spec.Value)}, {{ exact: true }})",
        _ => $".locator({SingleQuoted(spec.Value)})",
    };

    private static string Role(LocatorSpec spec) => SingleQuoted(AriaRoles.Of(spec).ToString().ToLowerInvariant());

    private static string Nth(LocatorSpec spec) => spec.Nth switch
    {
        null => "",
        0 => ".first()",
        { } n => string.Create(CultureInfo.InvariantCulture, $".nth({n})"),
    };
}
