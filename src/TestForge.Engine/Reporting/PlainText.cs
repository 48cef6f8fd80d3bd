using System.Text;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Reporting;

/// <summary>Makes text of unknown origin fit to be shown: no terminal colours, no control or direction-forcing characters, no half characters.</summary>
internal static partial class PlainText
{
    public static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~'))
        {
            return text;
        }

        var plain = TerminalColour().Replace(text, "");
        var clean = new StringBuilder(plain.Length);
        // Enumerating runes turns a lone surrogate into U+FFFD, which XML and HTML accept.
        foreach (var rune in plain.EnumerateRunes())
        {
            if (IsText(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString();
    }

    /// <summary>At most <paramref name="max"/> UTF-16 units, cut between characters.</summary>
    public static string Clip(string text, int max)
    {
        if (text.Length <= max)
        {
            return text;
        }

        var end = char.IsLowSurrogate(text[max]) ? max - 1 : max;
        return text[..end] + "…";
    }

    // XML 1.0 forbids the control characters but these three and U+FFFE/U+FFFF; C1 controls are allowed but mean nothing.
    private static bool IsText(Rune rune) =>
        rune.Value is '\t' or '\n' or '\r'
        || (rune.Value >= ' ' && rune.Value is not (>= 0x7F and <= 0x9F) && (rune.Value & 0xFFFE) != 0xFFFE && !ForcesDirection(rune.Value));

    // Right-to-left words need none of these; they only let a title turn the words around it.
    private static bool ForcesDirection(int value) => value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    [GeneratedRegex(@"\x1b\[[0-9;?]*[ -/]*[@-~]")]
    private static partial Regex TerminalColour();
}
