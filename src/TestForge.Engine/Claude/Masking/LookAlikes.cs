using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Claude.Masking;

/// <summary>Writes text as it is read: letters of other scripts, ornamental letters and digits that stand for Latin ones, and words whose letters stand apart.</summary>
internal static partial class LookAlikes
{
    private const string Others = "аАеЕоОрРсСхХуУіІкКМТНВοΟρΡνΝαΑεΕιΙκΚτΤχΧ";
    private const string Latin = "aAeEoOpPcCxXyYiIkKMTHBoOpPvNaAeEiIkKtTxX";
    private const string Digits = "013457";
    private const string Letters = "oieast";

    public static string Folded(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (Rune.GetUnicodeCategory(rune) == UnicodeCategory.NonSpacingMark)
            {
                continue;
            }

            plain.Append(rune.Value switch
            {
                >= 0x1D400 and <= 0x1D6A3 => ((char)(((rune.Value - 0x1D400) % 52) is var i && i < 26 ? 'A' + i : 'a' + i - 26)).ToString(),
                >= 0x24B6 and <= 0x24CF => ((char)('A' + rune.Value - 0x24B6)).ToString(),
                >= 0x24D0 and <= 0x24E9 => ((char)('a' + rune.Value - 0x24D0)).ToString(),
                >= 0x1F300 and <= 0x1FAFF => " ",
                _ => rune.ToString(),
            });
        }

        // Only words that are partly Latin: in others these letters are their own.
        var letters = Word().Replace(plain.ToString(), m => m.Value.Any(char.IsAsciiLetter) ? string.Concat(m.Value.Select(Letter)) : m.Value);
        return Apart().Replace(letters, m => string.Concat(m.Value.Where(char.IsLetter)));
    }

    private static char Letter(char c) => Others.IndexOf(c) is >= 0 and var other ? Latin[other] : Digits.IndexOf(c) is >= 0 and var digit ? Letters[digit] : c;

    [GeneratedRegex(@"[\p{L}\p{N}]+")]
    private static partial Regex Word();

    /// <summary>At least four single letters in a row, with one space or dot between.</summary>
    [GeneratedRegex(@"(?<![\p{L}\p{N}])\p{L}(?:[ .]\p{L}){3,}(?![\p{L}\p{N}])")]
    private static partial Regex Apart();
}
