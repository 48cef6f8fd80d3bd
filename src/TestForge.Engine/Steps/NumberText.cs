using System.Globalization;
using System.Text.RegularExpressions;

namespace TestForge.Engine.Steps;

/// <summary>Reads the number in a text as people write it: £1,234.50, 1.234,50 €, −3.</summary>
internal static partial class NumberText
{
    /// <summary>The first number in the text, or null.</summary>
    public static decimal? First(string text) => Number().Match(text) is { Success: true } match ? Parse(match.Value) : null;

    /// <summary>The number, where the text is nothing but one and its unit.</summary>
    public static decimal? Only(string text) => WithUnit().IsMatch(text) ? First(text) : null;

    /// <summary>The amount of money in a text that holds exactly one.</summary>
    public static decimal? Money(string text) => Amounts().Matches(text) is [var only] ? First(only.Value) : null;

    /// <summary>The first digits in the text that follow each other, or nothing.</summary>
    public static string Digits(string text) => DigitsOnly().Match(text).Value;

    private static decimal? Parse(string written)
    {
        var negative = written[0] is '-' or '\u2212';
        var digits = written.TrimStart('-', '\u2212', ' ').Replace("'", "", StringComparison.Ordinal).Replace("\u00a0", "", StringComparison.Ordinal).TrimEnd('.', ',');
        // Of two kinds of marks the last one is the decimal mark; a single one is, unless three digits follow it.
        var last = digits.LastIndexOfAny(['.', ',']);
        if (last >= 0)
        {
            var mark = digits[last];
            var other = mark == '.' ? ',' : '.';
            var groups = !digits.Contains(other, StringComparison.Ordinal) && (digits.Length - last - 1 == 3 && digits[0] != '0' || digits.Count(c => c == mark) > 1);
            digits = groups
                ? digits.Replace(mark.ToString(), "", StringComparison.Ordinal)
                : digits[..last].Replace(other.ToString(), "", StringComparison.Ordinal) + "." + digits[(last + 1)..];
        }

        return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? (negative ? -value : value) : null;
    }

    [GeneratedRegex(@"(?:[-\u2212]\s?)?\d[\d.,'\u00a0]*")]
    private static partial Regex Number();

    [GeneratedRegex(@"\p{Sc}\s?\d[\d.,'\u00a0]*|\d[\d.,'\u00a0]*\s?\p{Sc}")]
    private static partial Regex Amounts();

    [GeneratedRegex(@"\d+")]
    private static partial Regex DigitsOnly();

    [GeneratedRegex(@"^\s*[-\u2212]?\s*[^\d\s-]{0,4}\s?[-\u2212]?\d[\d.,'\u00a0]*\s?[^\d\s]{0,8}\s*$")]
    private static partial Regex WithUnit();
}
