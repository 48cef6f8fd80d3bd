namespace TestForge.Pipeline;

/// <summary>What Execution did with some cases of a plan. File: <c>results.json</c> once merged.</summary>
public sealed record RunResults
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    /// <summary><c>in-process</c> or <c>playwright</c>.</summary>
    public required string Backend { get; init; }

    /// <summary>Browser name and version, as the browser says it.</summary>
    public string Browser { get; init; } = "";

    public required IReadOnlyList<CaseResult> Cases { get; init; }

    public IReadOnlyList<HealRecord> Heals { get; init; } = [];

    public bool Interrupted { get; init; }

    /// <summary>Brings together what several executions said of the same cases: a later one adds its attempts, and its verdict counts.</summary>
    public static RunResults Merge(IReadOnlyList<RunResults> results, IReadOnlyList<HealRecord> heals)
    {
        var cases = new Dictionary<string, CaseResult>(StringComparer.Ordinal);
        foreach (var next in results.SelectMany(r => r.Cases))
        {
            cases[next.CaseId] = cases.TryGetValue(next.CaseId, out var earlier) ? Add(earlier, next) : next;
        }

        return new()
        {
            Backend = results is [.., var last] ? last.Backend : "",
            Browser = results.LastOrDefault(r => r.Browser.Length > 0)?.Browser ?? "",
            Cases = [.. cases.Values],
            Heals = heals,
            Interrupted = results.Any(r => r.Interrupted),
        };
    }

    // A re-run that was stopped before it began knows nothing, so it must not hide an earlier failure.
    private static CaseResult Add(CaseResult earlier, CaseResult next) => next.Verdict == Verdict.NotRun
        ? earlier with { Attempts = [.. earlier.Attempts, .. next.Attempts] }
        : next with { Attempts = [.. earlier.Attempts, .. next.Attempts] };
}
