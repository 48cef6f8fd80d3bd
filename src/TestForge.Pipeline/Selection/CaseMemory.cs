namespace TestForge.Pipeline;

/// <summary>What became of each case when it last ran, and what it and its pages were like. Kept beside a run's results.</summary>
public sealed record CaseMemory
{
    /// <summary>The format's version this build writes.</summary>
    public const int CurrentVersion = 1;

    public int Version { get; init; } = CurrentVersion;

    public IReadOnlyDictionary<string, RememberedCase> Cases { get; init; } = new Dictionary<string, RememberedCase>();

    /// <summary>Adds what has run; the rest stays as it was.</summary>
    public CaseMemory With(RunResults results, IReadOnlyDictionary<string, CaseMark> marks)
    {
        var cases = new SortedDictionary<string, RememberedCase>(Cases.ToDictionary(), StringComparer.Ordinal);
        foreach (var result in results.Cases.Where(c => c.Verdict != Verdict.NotRun))
        {
            cases[result.CaseId] = new(result.Verdict, marks.GetValueOrDefault(result.CaseId));
        }

        return this with { Cases = cases };
    }
}
