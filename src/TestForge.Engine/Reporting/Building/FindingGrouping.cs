using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Groups findings by category, and those of accessibility by WCAG level; the worst first.</summary>
internal static class FindingGrouping
{
    private static readonly string[] Levels = ["A", "AA", "AAA", "Best practice"];

    public static IReadOnlyList<FindingGroup> Group(IReadOnlyList<Finding> findings, IReadOnlyDictionary<string, SitePage> pages) =>
    [
        .. findings
            .GroupBy(f => (f.Category, Level: LevelOf(f)))
            .OrderBy(g => g.Key.Category)
            .ThenBy(g => Array.IndexOf(Levels, g.Key.Level))
            .Select(g => new FindingGroup(
                g.Key.Category,
                g.Key.Level,
                [.. g.OrderByDescending(f => f.Severity).ThenByDescending(f => f.PageIds.Count).ThenBy(f => f.Title, StringComparer.Ordinal).Select(f => Describe(f, pages))])),
    ];

    /// <summary>axe-core's tags name version and level together: <c>wcag2a</c>, <c>wcag21aa</c>, <c>wcag22aa</c>.</summary>
    private static string? LevelOf(Finding finding)
    {
        if (finding.Category != FindingCategory.Accessibility)
        {
            return null;
        }

        var tags = finding.Tags ?? [];
        foreach (var level in Levels[..3])
        {
            if (tags.Any(t => t.StartsWith("wcag2", StringComparison.OrdinalIgnoreCase)
                && t[5..].TrimStart('1', '2').Equals(level, StringComparison.OrdinalIgnoreCase)))
            {
                return level;
            }
        }

        return Levels[3];
    }

    private static ReportFinding Describe(Finding finding, IReadOnlyDictionary<string, SitePage> pages) => new()
    {
        Id = finding.Id,
        Category = finding.Category,
        Severity = finding.Severity,
        Title = finding.Title,
        Detail = finding.Detail,
        Rule = finding.Rule,
        HelpUrl = finding.HelpUrl,
        Tags = finding.Tags ?? [],
        Selectors = finding.Selectors ?? [],
        Pages = [.. finding.PageIds.Distinct().Select(id => new PageName(id, pages.TryGetValue(id, out var page) ? page.Url : id))],
    };
}
