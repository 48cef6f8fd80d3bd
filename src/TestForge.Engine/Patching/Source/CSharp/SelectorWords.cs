using System.Text.Json;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Patching.Source.CSharp;

/// <summary>What the call said that has made one part of a selector.</summary>
/// <param name="Method">As TypeScript names it.</param>
/// <param name="Value">Its first argument.</param>
/// <param name="Name">The accessible name it asks for.</param>
internal sealed partial record SelectorWords(string Method, string Value, string? Name)
{
    /// <summary>Of the last part of a selector; null when it asks by a pattern, or chooses among elements.</summary>
    public static SelectorWords? OfLast(string selector, string method)
    {
        var part = LastPart(selector);
        if (method == "locator")
        {
            return new(method, part, null);
        }

        if (method == "getByRole")
        {
            var role = Role().Match(part);
            return role.Success ? new(method, role.Groups[1].Value, role.Groups[2].Success ? Unquoted(role.Groups[2].Value) : null) : null;
        }

        return Quoted().Match(part) is { Success: true } match && Unquoted(match.Groups[1].Value) is { } text ? new(method, text, null) : null;
    }

    public bool IsOf(LocatorCall call) =>
        call.Literal && call.Method == Method && call.Name == Name && (call.Value == Value || (Method == "locator" && call.Value is { } value && LastPart(value) == Value));

    private static string? Unquoted(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<string>(text);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What comes after the last <c>>></c> outside quotes.</summary>
    private static string LastPart(string selector)
    {
        var (start, quote) = (0, '\0');
        for (var i = 0; i < selector.Length; i++)
        {
            var c = selector[i];
            if (c == '\\')
            {
                i++;
            }
            else if (quote != '\0')
            {
                quote = c == quote ? '\0' : quote;
            }
            else if (c is '"' or '\'' or '`')
            {
                quote = c;
            }
            else if (c == '>' && i + 1 < selector.Length && selector[i + 1] == '>')
            {
                start = ++i + 1;
            }
        }

        return selector[start..].Trim();
    }

    [GeneratedRegex("""^internal:role=([\w-]+)(?:\[(?!name=)[^\]]*\])*(?:\[name=("(?:[^"\\]|\\.)*")[is]?\])?""")]
    private static partial Regex Role();

    [GeneratedRegex("""=("(?:[^"\\]|\\.)*")[is]?\]?$""")]
    private static partial Regex Quoted();
}
