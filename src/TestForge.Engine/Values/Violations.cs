using TestForge.Pipeline;

namespace TestForge.Engine.Values;

/// <summary>Boundary and type violations of a field's declared constraints.</summary>
internal static class Violations
{
    private const int LongestText = 300;
    private static readonly string[] Mismatches = ["!", "?? ??", "zzz", "0", "-1", "AAAAAAAAAAAAAAAAAAAA!"];

    public static IEnumerable<Violation> Of(FormField field, string? valid)
    {
        switch (field.Type)
        {
            case "number":
                return Kept(
                    Make("below-minimum", "a number below the minimum", NumberValues.BelowMin(field)),
                    Make("above-maximum", "a number above the maximum", NumberValues.AboveMax(field)),
                    Make("off-step", "a number between the allowed steps", NumberValues.OffStep(field)));
            case "date" or "datetime-local" or "month" or "week" or "time":
                return Kept(
                    Make("below-minimum", "a date before the earliest", DateValues.BelowMin(field), Day(field, DateBound.Earliest, -1)),
                    Make("above-maximum", "a date after the latest", DateValues.AboveMax(field), Day(field, DateBound.Latest, 1)));
            case "text" or "email" or "url" or "tel" or "search" or "password" or "textarea":
                return Kept(
                    TooShort(field, valid),
                    TooLong(field, valid),
                    IsNumber(field) ? new("zero", "zero", "0") : null,
                    IsNumber(field) ? new("negative", "a number below zero", "-1") : null,
                    IsNumber(field) ? new("no-number", "something that is no number", "abc") : null,
                    field.Type == "email" ? new("wrong-type", "something that is no e-mail address", "not-an-address") : null,
                    field.Type == "url" ? new("wrong-type", "something that is no web address", "not an address") : null,
                    Mismatch(field));
            default:
                return [];
        }
    }

    // A field of text that asks for a keyboard of digits.
    private static bool IsNumber(FormField field) => field.InputMode is "decimal" or "numeric" && field.Type == "text" && field.Pattern is null or "";

    private static Violation? TooShort(FormField field, string? valid)
    {
        if (field.MinLength is not > 1 or > LongestText || valid is null || valid.Length < field.MinLength)
        {
            return null;
        }

        var value = valid[..(field.MinLength.Value - 1)];
        return value.Trim().Length == value.Length ? new("too-short", "a text that is too short", value) : new("too-short", "a text that is too short", new('a', value.Length));
    }

    private static Violation? TooLong(FormField field, string? valid) =>
        field.MaxLength is > 0 and <= LongestText and var max
            ? new("too-long", "a text that is too long", (valid is { Length: > 0 } v && !v.Contains(' ') ? v : "a").PadRight(max + 1, 'a')[..(max + 1)], Truncates: true)
            : null;

    private static Violation? Mismatch(FormField field)
    {
        if (field.Pattern is not { Length: > 0 } pattern || !PatternText.IsUnderstood(pattern))
        {
            return null;
        }

        var min = field.MinLength ?? 0;
        var value = Mismatches.Where(m => m.Length >= min && m.Length <= (field.MaxLength ?? LongestText)).FirstOrDefault(m => !PatternText.Matches(pattern, m));
        return value is null ? null : new("wrong-pattern", "a text of the wrong form", value);
    }

    private static Violation? Make(string kind, string words, string? value, BoundedDay? day = null) => value is null ? null : new(kind, words, value) { Day = day };

    private static BoundedDay? Day(FormField field, DateBound bound, int days) => field.Type == "date" ? new(bound, days) : null;

    private static IEnumerable<Violation> Kept(params Violation?[] violations) => violations.OfType<Violation>();
}
