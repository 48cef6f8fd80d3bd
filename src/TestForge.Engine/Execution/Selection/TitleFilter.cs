using System.Text.RegularExpressions;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution.Selection;

/// <summary>Finds cases by their titles.</summary>
internal static class TitleFilter
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(1);

    /// <summary>Reads a pattern as users write it: case does not matter.</summary>
    public static Regex Pattern(string pattern) => new(pattern, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Limit);

    /// <summary>The cases whose titles a pattern does not match. Throws <c>select.no_match</c> when that is all of them.</summary>
    public static IEnumerable<TestCase> Mismatches(IReadOnlyList<TestCase> cases, string? pattern)
    {
        if (pattern is null)
        {
            return [];
        }

        var wanted = Pattern(pattern);
        var others = cases.Where(c => !wanted.IsMatch(c.Title)).ToArray();
        return others.Length < cases.Count
            ? others
            : throw new StageException("select.no_match", $"No title of the {cases.Count} cases matches '{pattern}'. Look for titles in test-plan.json, and correct --grep.", retryable: false);
    }
}
