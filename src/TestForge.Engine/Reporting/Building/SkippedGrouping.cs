using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Groups what discovery left out by its reason.</summary>
internal static class SkippedGrouping
{
    /// <summary>A site may link to thousands of foreign addresses; the count says how many, the site map holds them all.</summary>
    private const int MaxItems = 100;

    public static IReadOnlyList<SkippedGroup> Group(IReadOnlyList<SkippedItem> items) =>
    [
        .. items.GroupBy(i => i.Code)
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new SkippedGroup(g.Key, TitleOf(g.Key), g.Count(), [.. g.Take(MaxItems)], SharedReason(g))),
    ];

    /// <summary>The reason when all have the same, said once.</summary>
    private static string? SharedReason(IEnumerable<SkippedItem> items) =>
        items.Select(i => i.Reason).Distinct(StringComparer.Ordinal).Take(2).ToArray() is [{ Length: > 0 } only] ? only : null;

    private static string InWords(string code) => code.Length == 0 ? "Other" : char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');

    private static string TitleOf(string code) => code switch
    {
        "out-of-scope" => "Outside the application",
        "destructive" => "Might destroy something",
        "max-pages" => "Beyond the page limit",
        "max-depth" => "Too many clicks away",
        "template-limit" => "More of the same kind",
        "refused" => "Refused for safety",
        "not-a-document" => "Files and other non-pages",
        "robots" => "Asked not to be visited",
        "sign-in" => "Sign-in forms, not tried with made-up credentials",
        "other-origin" => "Would be sent to another origin",
        "max-states" => "Beyond the limit of states",
        "not-reproducible" => "Seen once and not again",
        _ => InWords(code),
    };
}
