using System.Text;
using TestForge.Engine.Browser;
using TestForge.Engine.Healing;
using TestForge.Engine.Locators;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Source;

/// <summary>Writes a locator the way the suite's author writes them: the same kind where the element has one, the same quotes, exact only where needed.</summary>
internal static class LocatorText
{
    /// <summary>Returns the best locator that finds the element alone, as source without what it is called on; null when there is none.</summary>
    public static string? For(ElementFingerprint print, PageFacts facts, LocatorCall old)
    {
        var kind = KindOf(old.Method);
        var costs = LocatorCandidates.For(print).ToLookup(c => c.Locator, c => c.Cost);
        return NewLocator.All(print, facts)
            .Where(l => l.Frames.SequenceEqual(print.Frames))
            .OrderBy(l => l.Kind == kind && l.Within is null && costs[l].Min() < LocatorCost.Css ? 0 : 1)
            .ThenBy(l => costs[l].Min())
            .Select(l => Write(l, old, facts))
            .FirstOrDefault(text => text != old.Text);
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

    private static string Write(LocatorSpec locator, LocatorCall old, PageFacts facts)
    {
        var outer = locator.Within is { } within ? Write(within, old, facts) + "." : "";
        var exact = old.Exact || !AloneWhenLoose(locator, facts);
        string Quoted(string text) => Quote(text, old.Quote);
        var options = (locator.Name, exact) switch
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
