using System.Text;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Text of unknown origin inside Markdown: it stays text, on one line, and calls nobody.</summary>
/// <remarks>Rules: CommonMark 0.31 and the autolinks of GitHub Flavored Markdown 0.29.</remarks>
internal static partial class MarkdownText
{
    /// <summary>Nothing visible, but it keeps a service from making a mention of <c>@name</c>, a mail address of <c>a@b.c</c> or a reference of <c>#12</c>.</summary>
    private const char NoWidth = '\u200B';

    /// <summary>What means something in the middle of a line.</summary>
    private const string Special = "\\`*_[]<>#~|&$";

    public static string Escape(string text, int max = 200)
    {
        var line = PlainText.Clip(string.Join(' ', PlainText.Clean(text).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), max);
        var safe = new StringBuilder(line.Length);
        for (var i = 0; i < line.Length; i++)
        {
            var c = line[i];
            if (Special.Contains(c) || StartsLink(line, i) || (char.IsAscii(c) && (char.IsPunctuation(c) || char.IsSymbol(c)) && StartsBlock().Match(line) is { Success: true } block && i == block.Length - 1))
            {
                safe.Append('\\');
            }

            safe.Append(c);
            if (c is '@' or '#')
            {
                safe.Append(NoWidth);
            }
        }

        return safe.ToString();
    }

    /// <summary>The colon of <c>http://</c> and the dot of <c>www.</c></summary>
    private static bool StartsLink(string line, int i) => line[i] switch
    {
        ':' => i + 1 < line.Length && line[i + 1] == '/',
        '.' => i >= 3 && line.AsSpan(i - 3, 3).Equals("www", StringComparison.OrdinalIgnoreCase),
        _ => false,
    };

    /// <summary>A list, a heading underlined, a rule: the mark that makes it is the last character.</summary>
    [GeneratedRegex(@"^(?:\d{1,9}[.)]|[-+=])")]
    private static partial Regex StartsBlock();
}
