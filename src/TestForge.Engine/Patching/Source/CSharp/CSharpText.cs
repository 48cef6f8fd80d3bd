using System.Globalization;
using System.Text;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>Writes locators in C#, with options in the way of their author.</summary>
internal static class CSharpText
{
    public static string? Write(LocatorSpec locator, LocatorCall old, Func<LocatorSpec, bool> exact)
    {
        if (locator.Within is { } within)
        {
            var outer = Write(within, old, exact);
            return outer is null ? null : Write(locator with { Within = null }, old with { Options = Owned(old.Options, "Locator") }, exact) is { } inner ? $"{outer}.{inner}" : null;
        }

        var method = locator.Kind switch
        {
            LocatorKind.TestId => "GetByTestId",
            LocatorKind.Role => "GetByRole",
            LocatorKind.Label => "GetByLabel",
            LocatorKind.Placeholder => "GetByPlaceholder",
            LocatorKind.Text => "GetByText",
            LocatorKind.AltText => "GetByAltText",
            LocatorKind.Title => "GetByTitle",
            _ => "Locator",
        };
        var value = locator.Kind == LocatorKind.Role ? Role(locator.Value, old) : Quoted(locator.Value);
        if (value is null)
        {
            return null;
        }

        var words = (locator.Name, exact(locator)) switch
        {
            ({ } name, true) => $"Name = {Quoted(name)}, Exact = true",
            ({ } name, false) => $"Name = {Quoted(name)}",
            (null, true) when locator.Kind is not (LocatorKind.Role or LocatorKind.TestId or LocatorKind.Css) => "Exact = true",
            _ => null,
        };
        return words is null ? $"{method}({value})" : $"{method}({value}, {Options(old, method)} {{ {words} }})";
    }

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder();
        foreach (var c in SymbolDisplay.FormatLiteral(text, quote: true))
        {
            // Invisible to a reader.
            _ = char.GetUnicodeCategory(c) == UnicodeCategory.Format ? quoted.Append($@"\u{(int)c:x4}") : quoted.Append(c);
        }

        return quoted.ToString();
    }

    /// <summary>The options' type is named when the author named it, and is that of the new method.</summary>
    private static string Options(LocatorCall old, string method) =>
        old.Options.Length == 0 ? "new()" : $"new {old.Options.Replace($"{char.ToUpperInvariant(old.Method[0])}{old.Method[1..]}Options", $"{method}Options", StringComparison.Ordinal)}";

    /// <summary>Options of a method that is called on something else.</summary>
    private static string Owned(string options, string owner)
    {
        var from = options.LastIndexOf('.') + 1;
        var to = options.IndexOf("GetBy", from, StringComparison.Ordinal);
        return to < 0 ? "" : options[..from] + owner + options[to..];
    }

    private static string? Role(string role, LocatorCall old)
    {
        var type = old.Text.IndexOf("AriaRole.", StringComparison.Ordinal);
        var from = type < 0 ? -1 : old.Text.LastIndexOf('(', type) + 1;
        var prefix = type < 0 ? "AriaRole." : old.Text[from..(type + "AriaRole.".Length)].Trim();
        return Enum.TryParse<AriaRole>(role, ignoreCase: true, out var known) ? prefix + known : null;
    }
}
