using System.Globalization;
using System.Text;

namespace TestForge.Engine.Browser;

/// <summary>Makes text from a page safe to store and show. The page is hostile: its text is data, never markup or control.</summary>
internal static class PageText
{
    /// <summary>Drops control characters, direction overrides and broken surrogates, folds white space, and bounds the length.</summary>
    public static string Clean(string? text, int maxLength = 200)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder(Math.Min(text.Length, maxLength));
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > maxLength)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune))
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (IsShown(rune))
            {
                clean.Append(rune.ToString());
            }
        }

        return clean.ToString().TrimEnd();
    }

    // Zero-width joiners are format characters too, but scripts and emoji need them.
    private static bool IsShown(Rune rune) => rune.Value is 0x200C or 0x200D
        || (rune != Rune.ReplacementChar
            && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned));
}
