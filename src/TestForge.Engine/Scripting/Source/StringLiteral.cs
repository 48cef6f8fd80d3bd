using System.Globalization;
using System.Text;

namespace TestForge.Engine.Scripting.Source;

/// <summary>Text as a literal that means exactly this text and cannot end early or look like something else.</summary>
internal static class StringLiteral
{
    /// <summary>For TypeScript: single quotes, unless double ones save escapes.</summary>
    public static string SingleQuoted(string text) => Quote(text, text.Contains('\'', StringComparison.Ordinal) && !text.Contains('"', StringComparison.Ordinal) ? '"' : '\'');

    public static string DoubleQuoted(string text) => Quote(text, '"');

    private static string Quote(string text, char quote)
    {
        var literal = new StringBuilder(text.Length + 2).Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (c == quote || c == '\\')
            {
                literal.Append('\\').Append(c);
            }
            else if (c is '\n' or '\r' or '\t')
            {
                literal.Append('\\').Append(c switch { '\n' => 'n', '\r' => 'r', _ => 't' });
            }
            else if (char.IsHighSurrogate(c) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                literal.Append(c).Append(text[++i]);
            }
            else if (IsShown(c))
            {
                literal.Append(c);
            }
            else
            {
                literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)c:x4}");
            }
        }

        return literal.Append(quote).ToString();
    }

    // What a reader cannot see is spelled out: line separators end a line, direction marks reorder the source. Emoji need their joiners.
    private static bool IsShown(char c) => c is ' ' or '\u200c' or '\u200d' || char.GetUnicodeCategory(c) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.SpaceSeparator);
}
