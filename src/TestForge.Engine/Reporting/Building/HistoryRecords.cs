using TestForge.Engine.Reporting.History;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>What is remembered of a run.</summary>
internal static class HistoryRecords
{
    private const int MaxTitle = 120;

    public static HistoryRecord Of(RunReport report) => new()
    {
        Key = KeyOf(report),
        RunId = report.RunId,
        StartedAt = report.StartedAt,
        Milliseconds = MillisecondsOf(report),
        Target = report.Target,
        Interrupted = report.Interrupted,
        Totals = report.Totals,
        Health = report.Health.Known ? report.Health.Score : null,
        Cases = report.Cases.Where(c => c.Verdict != Verdict.NotRun).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Verdict, StringComparer.Ordinal),
        Failures = [.. report.FailureGroups.Select(g => new HistoryFailure(g.Key, Title(g.Title)))],
        Findings = [.. report.Findings.SelectMany(g => g.Findings).DistinctBy(f => f.Id).Select(f => new HistoryFinding(f.Id, f.Severity, Title(f.Title)))],
    };

    /// <summary>Earlier runs than this one: a report that is made again must not be compared with itself or with what came later.</summary>
    public static IReadOnlyList<HistoryRecord> Before(IReadOnlyList<HistoryRecord> all, RunReport report)
    {
        var (key, began) = (KeyOf(report), FirstAttempt(report));
        return [.. all.Where(r => r.Key != key && r.StartedAt < began)];
    }

    /// <summary>From the start to the end of the last test; writing reports is not the application's time.</summary>
    public static long MillisecondsOf(RunReport report)
    {
        var end = report.Cases.SelectMany(c => c.Attempts).Select(a => a.StartedAt.AddMilliseconds(a.Milliseconds)).DefaultIfEmpty(report.FinishedAt).Max();
        return Math.Max(0, (long)(end - report.StartedAt).TotalMilliseconds);
    }

    // The same attempts are the same run, whichever command reports them; without any, the run's id has to do.
    private static string KeyOf(RunReport report)
    {
        var attempts = report.Cases.SelectMany(c => c.Attempts.Select(a => $"{c.Id} {a.StartedAt.UtcTicks} {a.Passed}")).Order(StringComparer.Ordinal).ToArray();
        return StableIds.Hash(attempts.Length == 0 ? [report.RunId.ToString()] : attempts);
    }

    private static DateTimeOffset FirstAttempt(RunReport report) =>
        report.Cases.SelectMany(c => c.Attempts).Select(a => a.StartedAt).Append(report.FinishedAt).Min();

    private static string Title(string title) => PlainText.Clip(PlainText.Clean(title), MaxTitle);
}
