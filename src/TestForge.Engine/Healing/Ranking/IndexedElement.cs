using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Healing.Ranking;

/// <summary>An element with its properties in the form that comparing needs, made once a page.</summary>
internal sealed partial class IndexedElement(ElementFingerprint print)
{
    private static readonly char[] Separators = [' ', '-', '_', '.', '/', ':', ',', ';', '(', ')', '[', ']', '|'];

    // Texts that begin with so many of the same characters are the same here.
    private const int MaxText = 64;

    public ElementFingerprint Print { get; } = print;

    public string TestId { get; } = Plain(print.TestId);

    public string NameAttribute { get; } = Plain(print.NameAttribute);

    public string Name { get; } = Plain(print.Name);

    public string Label { get; } = Plain(print.Label);

    public string Alt { get; } = Plain(print.Alt);

    public string Placeholder { get; } = Plain(print.Placeholder);

    public string Title { get; } = Plain(print.Title);

    public string Text { get; } = Plain(print.Text);

    /// <summary>Where it leads; empty for what leads nowhere, such as <c>#</c>.</summary>
    public string Href { get; } = Leads(print.Href);

    public string WrittenHref { get; } = Plain(LongValue().Replace(print.Href ?? "", ""));

    public string HrefPath { get; } = PathOf(Leads(print.Href));

    public string Id { get; } = Plain(print.Id);

    public WordSet TextWords { get; } = WordsOf(print.Text);

    public WordSet NeighbourWords { get; } = WordsOf(print.NeighbourText);

    public WordSet Classes { get; } = WordSet.Of(print.Classes);

    public WordSet ClassWords { get; } = WordSet.OfIdentifier(string.Join(' ', print.Classes));

    public WordSet IdWords { get; } = WordSet.OfIdentifier(print.Id);

    public WordSet HrefWords { get; } = WordSet.OfIdentifier(Leads(print.Href));

    /// <summary>The tags around it that say what part of the page this is.</summary>
    public WordSet Regions { get; } = WordSet.Of((print.XPath ?? print.Path).Split('/', StringSplitOptions.RemoveEmptyEntries).SkipLast(1).Select(s => s.Split('[')[0]).Where(t => t is not ("html" or "body" or "div" or "span")).Append(print.Landmark ?? ""));

    /// <summary>Tags from the root, each with its position among its kind.</summary>
    public string[] Steps { get; } = (print.XPath ?? print.Path).Split('/', StringSplitOptions.RemoveEmptyEntries);

    private static string Plain(string? text) => text is null ? "" : (text.Length > MaxText ? text[..MaxText] : text).Trim().ToLowerInvariant();

    /// <summary>The address without values that are made anew each time; empty when it leads nowhere.</summary>
    private static string Leads(string? href)
    {
        var address = href?.Trim().ToLowerInvariant() ?? "";
        return address.EndsWith('#') || address.StartsWith("javascript:", StringComparison.Ordinal) ? "" : LongValue().Replace(address, "");
    }

    [GeneratedRegex("(?<==)[^&=#]{40,}")]
    private static partial Regex LongValue();

    private static WordSet WordsOf(string? text) => WordSet.Of(text?.Split(Separators, StringSplitOptions.RemoveEmptyEntries) ?? []);

    /// <summary>An address without scheme, host, query and fragment.</summary>
    private static string PathOf(string href)
    {
        var scheme = href.IndexOf("://", StringComparison.Ordinal);
        var start = scheme < 0 ? 0 : href.IndexOf('/', scheme + 3);
        var path = start < 0 ? "/" : href[start..];
        var end = path.IndexOfAny(['?', '#']);
        return end < 0 ? path : path[..end];
    }
}
