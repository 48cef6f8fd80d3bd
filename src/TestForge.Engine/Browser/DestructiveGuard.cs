using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>Names what must not be acted on: it destroys, ends the session, costs money or reaches other people.</summary>
internal static partial class DestructiveGuard
{
    private static readonly PhraseBook Phrases = new(DestructiveWords.Phrases.Values.SelectMany(w => w));
    private static readonly PhraseBook Harmless = new(DestructiveWords.Harmless);
    private static readonly string[] Pieces = [.. DestructiveWords.Pieces.Values.SelectMany(w => w).Select(PlainWords.Folded)];
    private static readonly string[] HarmlessPieces = [.. DestructiveWords.HarmlessPieces.Select(PlainWords.Folded)];

    /// <summary>Returns the reason to leave an element alone, or null.</summary>
    public static string? HazardOf(ElementFingerprint print, Uri? link)
    {
        foreach (var words in (ReadOnlySpan<string?>)[print.Name, print.Text, print.Title, print.Id, print.NameAttribute, print.TestId])
        {
            if (Match(words) is { } found)
            {
                return $"its words say '{found}'";
            }
        }

        return link is not null && MatchAddress(link) is { } inAddress ? $"its address says '{inAddress}'" : null;
    }

    /// <summary>Returns the reason not to send a request of this HTTP method, or null.</summary>
    public static string? HazardOfMethod(string? method) =>
        string.Equals(method, "delete", StringComparison.OrdinalIgnoreCase) ? "it sends DELETE" : null;

    /// <summary>Returns the reason not to open an address, or null.</summary>
    public static string? HazardOf(Uri url) => MatchAddress(url) is { } found ? $"its address says '{found}'" : null;

    /// <summary>Returns the reason not to run what a handler's text says, or null.</summary>
    public static string? HazardOfWords(string? words) => words is { Length: > 0 } && Match(words) is { } found ? $"its script says '{found}'" : null;

    /// <summary>Returns the reason not to send a form, or null.</summary>
    public static string? HazardOf(string formName, string submitText, string action, IEnumerable<FormField> fields)
    {
        if ((Match(formName) ?? Match(submitText)) is { } found)
        {
            return $"its words say '{found}'";
        }

        if (fields.Any(f => f.Autocomplete?.StartsWith("cc-", StringComparison.Ordinal) == true || CardField().IsMatch($"{f.Name} {f.Label}")))
        {
            return "it asks for a payment card";
        }

        return UrlNormalForm.Parse(action) is { } url && MatchAddress(url) is { } inAddress ? $"its address says '{inAddress}'" : null;
    }

    private static string? Match(string? text) => string.IsNullOrEmpty(text) ? null : Phrases.FirstIn(Harmless.Without(PlainWords.Of(text))) ?? MatchPiece(text);

    private static string? MatchPiece(string text)
    {
        // Most text is of languages that have words.
        if (!text.AsSpan().ContainsAnyInRange('\u0e00', '\uffff'))
        {
            return null;
        }

        var folded = HarmlessPieces.Aggregate(PlainWords.Folded(text), (rest, piece) => rest.Replace(piece, " ", StringComparison.Ordinal));
        return Array.Find(Pieces, p => folded.Contains(p, StringComparison.Ordinal));
    }

    private static string? MatchAddress(Uri url) => Match(Uri.UnescapeDataString(UrlNormalForm.Relative(url)));

    [GeneratedRegex(@"\b(card ?number|cvc|cvv|iban|credit ?card)\b", RegexOptions.IgnoreCase)]
    private static partial Regex CardField();
}
