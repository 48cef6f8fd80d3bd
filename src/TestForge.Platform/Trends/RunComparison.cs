using TestForge.Pipeline;

namespace TestForge.Platform.Trends;

/// <summary>Tells two sets of cases apart. Passed means that nobody has to do anything: passed, flaky and healed.</summary>
internal static class RunComparison
{
    private const int MostSlower = 20;

    // Shorter than this is chance on a busy machine.
    private const long LeastDifference = 500;

    public static IReadOnlyList<ComparedCase> Pair(IReadOnlyList<CaseSeen> before, IReadOnlyList<CaseSeen> after)
    {
        var first = before.ToDictionary(c => c.Key, StringComparer.Ordinal);
        var second = after.ToDictionary(c => c.Key, StringComparer.Ordinal);
        return
        [
            .. first.Keys.Union(second.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal).Select(key =>
            {
                var (a, b) = (first.GetValueOrDefault(key), second.GetValueOrDefault(key));
                return new ComparedCase(key, (b ?? a)!.Title, a?.Verdict, b?.Verdict, b?.FailureClass, a?.Milliseconds ?? 0, b?.Milliseconds ?? 0);
            }),
        ];
    }

    public static bool Fails(Verdict? verdict) => verdict is Verdict.Failed or Verdict.Quarantined;

    public static bool Passes(Verdict? verdict) => verdict is Verdict.Passed or Verdict.Flaky or Verdict.Healed;

    /// <summary>Failed now, and did not before: it passed, did not run, or is new.</summary>
    public static IEnumerable<ComparedCase> NewFailures(IEnumerable<ComparedCase> cases) => cases.Where(c => Fails(c.After) && !Fails(c.Before));

    /// <summary>Failed before and passes now. What was not run is not fixed.</summary>
    public static IEnumerable<ComparedCase> Fixed(IEnumerable<ComparedCase> cases) => cases.Where(c => Fails(c.Before) && Passes(c.After));

    public static IEnumerable<ComparedCase> StillFailing(IEnumerable<ComparedCase> cases) => cases.Where(c => Fails(c.Before) && Fails(c.After));

    /// <summary>The cases that passed both times and whose time changed most, the slowest change first.</summary>
    public static IReadOnlyList<ComparedCase> Durations(IEnumerable<ComparedCase> cases) =>
        [.. cases.Where(c => Passes(c.Before) && Passes(c.After) && Math.Abs(Change(c)) >= LeastDifference).OrderByDescending(c => Math.Abs(Change(c))).ThenBy(c => c.Key, StringComparer.Ordinal).Take(MostSlower)];

    private static long Change(ComparedCase c) => c.MillisecondsAfter - c.MillisecondsBefore;
}
