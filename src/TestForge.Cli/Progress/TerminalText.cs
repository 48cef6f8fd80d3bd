using System.Globalization;
using System.Text;

namespace TestForge.Cli.Progress;

/// <summary>Makes text of a page harmless for a terminal: no control sequences, no reversed direction, one line, of bounded length.</summary>
internal static class TerminalText
{
    public static string Clean(string? text, int limit = 200)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        var clean = new StringBuilder();
        var space = false;
        foreach (var rune in text.EnumerateRunes())
        {
            if (clean.Length >= limit)
            {
                clean.Append('…');
                break;
            }

            if (Rune.IsWhiteSpace(rune) || rune.Value is '\u001b')
            {
                space = clean.Length > 0;
                continue;
            }

            if (!IsHarmless(rune))
            {
                continue;
            }

            if (space)
            {
                clean.Append(' ');
                space = false;
            }

            clean.Append(rune.ToString());
        }

        return clean.ToString();
    }

    /// <summary>Format characters include the ones that reverse the direction of text (Unicode TR 36), and the invisible ones.</summary>
    private static bool IsHarmless(Rune rune) =>
        rune.Value != 0xFFFD && Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
            or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
