using System.Globalization;
using System.Text;

namespace TestForge.Engine.Scripting.Naming;

/// <summary>Turns what a page calls something into the ASCII words of an identifier or a file name.</summary>
internal static class Words
{
    /// <summary>Splits at everything but letters and digits; accents are dropped, other scripts leave nothing.</summary>
    public static IReadOnlyList<string> Of(string text, int maxLength = 60)
    {
        var words = new List<string>();
        var word = new StringBuilder();
        var length = 0;
        foreach (var rune in text.EnumerateRunes().SelectMany(Decompose))
        {
            if (length >= maxLength)
            {
                break;
            }

            if (rune.IsAscii && Rune.IsLetterOrDigit(rune))
            {
                word.Append((char)rune.Value);
                length++;
            }
            else if (Rune.GetUnicodeCategory(rune) != UnicodeCategory.NonSpacingMark && rune.Value is not ('\'' or '’'))
            {
                End(words, word);
            }
        }

        End(words, word);
        return words;
    }

    public static string Pascal(string text, int maxLength = 60) => string.Concat(Of(text, maxLength).Select(Capitalised));

    public static string Kebab(string text, int maxLength = 60) => string.Join('-', Of(text, maxLength)).ToLowerInvariant();

    /// <summary>Lowers the first letter.</summary>
    public static string Camel(string pascal) => pascal.Length == 0 ? pascal : char.ToLowerInvariant(pascal[0]) + pascal[1..];

    private static string Capitalised(string word) =>
        char.ToUpperInvariant(word[0]) + (word.Any(char.IsAsciiLetterLower) ? word[1..] : word[1..].ToLowerInvariant());

    private static IEnumerable<Rune> Decompose(Rune rune) =>
        rune.IsAscii ? [rune] : rune.ToString().Normalize(NormalizationForm.FormKD).EnumerateRunes();

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
