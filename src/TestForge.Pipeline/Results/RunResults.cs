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

    /// <summary>Set when more was healed than may be.</summary>
    public HealExcess? Excess { get; init; }

    public bool Interrupted { get; init; }

    /// <summary>The part of the plan these are the results of; null for a whole plan, and once parts are merged.</summary>
    public ShardMark? Shard { get; init; }

    /// <summary>What the order of the cases was made from; null for the plan's own order.</summary>
    public int? ShuffleSeed { get; init; }

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
            Backend = results.LastOrDefault(r => r.Backend.Length > 0)?.Backend ?? "",
            Browser = results.LastOrDefault(r => r.Browser.Length > 0)?.Browser ?? "",
            Cases = [.. cases.Values],
            Heals = heals,
            Excess = results.Select(r => r.Excess).OfType<HealExcess>().FirstOrDefault(),
            Interrupted = results.Any(r => r.Interrupted),
            Shard = results.Select(r => r.Shard).OfType<ShardMark>().Distinct().ToArray() is [var shard] ? shard : null,
            ShuffleSeed = results.Select(r => r.ShuffleSeed).OfType<int>().Distinct().ToArray() is [var seed] ? seed : null,
        };
    }

    private static CaseResult Add(CaseResult earlier, CaseResult next) => Tells(earlier, next)
        ? next with { Attempts = [.. earlier.Attempts, .. next.Attempts], Diagnosis = next.Diagnosis ?? earlier.Diagnosis }
        : earlier with { Attempts = [.. earlier.Attempts, .. next.Attempts] };

    // What was not run knows nothing, so it must not hide an earlier failure; and another shard knows least of why.
    private static bool Tells(CaseResult earlier, CaseResult next) =>
        next.Verdict != Verdict.NotRun || (earlier.Verdict == Verdict.NotRun && next.NotRunBecause != NotRunReason.OtherShard);
}
