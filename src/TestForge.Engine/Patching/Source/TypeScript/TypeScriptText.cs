using System.Text;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Source.TypeScript;

/// <summary>Writes locators in TypeScript and JavaScript, in the quotes of their author.</summary>
internal static class TypeScriptText
{
    public static string Write(LocatorSpec locator, LocatorCall old, Func<LocatorSpec, bool> exact)
    {
        var outer = locator.Within is { } within ? Write(within, old, exact) + "." : "";
        string Quoted(string text) => Quote(text, old.Quote);
        var options = (locator.Name, exact(locator)) switch
        {
            ({ } name, true) => $", {{ name: {Quoted(name)}, exact: true }}",
            ({ } name, false) => $", {{ name: {Quoted(name)} }}",
            (null, true) when locator.Kind is not (LocatorKind.Role or LocatorKind.TestId or LocatorKind.Css) => ", { exact: true }",
            _ => "",
        };
        var method = locator.Kind switch
        {
            LocatorKind.TestId => "getByTestId",
            LocatorKind.Role => "getByRole",
            LocatorKind.Label => "getByLabel",
            LocatorKind.Placeholder => "getByPlaceholder",
            LocatorKind.Text => "getByText",
            LocatorKind.AltText => "getByAltText",
            LocatorKind.Title => "getByTitle",
            _ => "locator",
        };
        return $"{outer}{method}({Quoted(locator.Value)}{options})";
    }

    private static string Quote(string text, char quote)
    {
        var quoted = new StringBuilder().Append(quote);
        foreach (var c in text)
        {
            _ = c switch
            {
                '\\' => quoted.Append(@"\\"),
                '\n' => quoted.Append(@"\n"),
                '\r' => quoted.Append(@"\r"),
                '$' when quote == '`' => quoted.Append(@"\$"),
                _ when c == quote => quoted.Append('\\').Append(c),

                // Line ends to a JavaScript of before 2019, and invisible to a reader.
                < ' ' or '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') => quoted.Append($@"\u{(int)c:x4}"),
                _ => quoted.Append(c),
            };
        }

        return quoted.Append(quote).ToString();
    }
}
