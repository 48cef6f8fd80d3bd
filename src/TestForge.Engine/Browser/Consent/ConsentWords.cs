using System.Text.Json;
using TestForge.Engine.Resources;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser.Consent;

/// <summary>The words of <c>consent-words.json</c>: what consent banners speak of and what their buttons say, in 28 languages.</summary>
internal static class ConsentWords
{
    private static readonly Dictionary<string, Dictionary<string, string[]>> Data =
        JsonSerializer.Deserialize<Dictionary<string, Dictionary<string, string[]>>>(EmbeddedText.Read("Browser/Consent/consent-words.json"), ArtifactJson.Compact)!;

    private static readonly Dictionary<string, PhraseBook> Books =
        Data.Where(d => d.Key != "pieces").ToDictionary(d => d.Key, d => new PhraseBook(d.Value.Values.SelectMany(w => w)));

    private static readonly Dictionary<string, string[]> Pieces = Data["pieces"].ToDictionary(d => d.Key, d => d.Value.Select(PlainWords.Folded).ToArray());

    /// <summary>The languages of which there are words, with those that put no space between them left out.</summary>
    public static IReadOnlyCollection<string> Languages => Data["decline"].Keys;

    /// <summary>The first phrase of a kind that a text holds, or null.</summary>
    /// <param name="kind"><c>topic</c>, <c>weakTopic</c>, <c>decline</c>, <c>close</c> or <c>accept</c>.</param>
    /// <param name="text">Any text.</param>
    public static string? FirstIn(string kind, string text)
    {
        if (Books[kind].FirstIn(PlainWords.Of(text)) is { } phrase)
        {
            return phrase;
        }

        var folded = PlainWords.Folded(text);
        return Array.Find(Pieces[kind], p => folded.Contains(p, StringComparison.Ordinal));
    }
}
