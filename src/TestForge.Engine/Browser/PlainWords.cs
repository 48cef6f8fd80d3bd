using System.Globalization;
using System.Text;

namespace TestForge.Engine.Browser;

/// <summary>Breaks text into plain words: lower case, without accents, names of the <c>deleteUser</c> and <c>delete_user</c> kind taken apart. One pass, however the text is made.</summary>
internal static class PlainWords
{
    private const int MaxLength = 2_000;

    public static IReadOnlyList<string> Of(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return [];
        }

        var words = new List<string>();
        var word = new StringBuilder();
        var bounded = text.Length <= MaxLength ? text : text[..MaxLength];
        for (var i = 0; i < bounded.Length; i++)
        {
            var c = bounded[i];
            if (IsAccent(c))
            {
                continue;
            }

            if (!char.IsLetterOrDigit(c) && CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.SpacingCombiningMark or UnicodeCategory.NonSpacingMark))
            {
                End(words, word);
                continue;
            }

            if (word.Length > 0 && StartsWord(bounded, i))
            {
                End(words, word);
            }

            Append(word, c);
        }

        End(words, word);
        return words;
    }

    /// <summary>The same folding for text without spaces between words.</summary>
    public static string Folded(string text) => string.Create(Math.Min(text.Length, MaxLength), text, static (folded, from) =>
    {
        for (var i = 0; i < folded.Length; i++)
        {
            folded[i] = PlainLetters.Of(from[i]);
        }
    });

    // Latin, Greek, Cyrillic, Hebrew and Arabic marks are accents; vowels of Indian scripts are marks too, and part of the word.
    private static bool IsAccent(char c) => c is (>= '\u0300' and <= '\u036f') or (>= '\u0591' and <= '\u05c7') or (>= '\u064b' and <= '\u0655') or '\u0640' or '\u200c' or '\u200d';

    private static bool StartsWord(string text, int i)
    {
        var (before, c) = (text[i - 1], text[i]);
        if (char.IsDigit(c) != char.IsDigit(before) && !IsAccent(before))
        {
            return true;
        }

        return char.IsUpper(c) && (char.IsLower(before) || IsAccent(before) || (char.IsUpper(before) && i + 1 < text.Length && char.IsLower(text[i + 1])));
    }

    private static void Append(StringBuilder word, char c) => word.Append(char.ToLowerInvariant(c) switch
    {
        'ß' => "ss",
        'æ' => "ae",
        _ => PlainLetters.Of(c).ToString(),
    });

    private static void End(List<string> words, StringBuilder word)
    {
        if (word.Length > 0)
        {
            words.Add(word.ToString());
            word.Clear();
        }
    }
}
