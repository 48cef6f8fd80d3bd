using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Brings together what several executions said of the same cases.</summary>
internal static class ResultMerge
{
    /// <summary>A later result adds its attempts and its verdict counts.</summary>
    public static IReadOnlyDictionary<string, CaseResult> Merge(IEnumerable<RunResults> results)
    {
        var merged = new Dictionary<string, CaseResult>(StringComparer.Ordinal);
        foreach (var next in results.SelectMany(r => r.Cases))
        {
            merged[next.CaseId] = merged.TryGetValue(next.CaseId, out var earlier) ? Add(earlier, next) : next;
        }

        return merged;
    }

    // A re-run that was stopped before it began knows nothing, so it must not hide an earlier failure.
    private static CaseResult Add(CaseResult earlier, CaseResult next) => next.Verdict == Verdict.NotRun
        ? earlier with { Attempts = [.. earlier.Attempts, .. next.Attempts] }
        : next with { Attempts = [.. earlier.Attempts, .. next.Attempts] };
}
