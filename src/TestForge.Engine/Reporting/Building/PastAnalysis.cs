using TestForge.Engine.Reporting.History;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Sets a run beside the earlier ones: what is new, since when the rest has been there, what comes and goes.</summary>
/// <remarks>
/// Flakiness is the flip rate of Kowalczyk et al., "Modeling and ranking flaky tests at Apple" (ICSE-SEIP 2020): how often
/// the outcome changed, in relation to how often it could have. A flaky verdict is a failure and a pass.
/// </remarks>
internal sealed class PastAnalysis(IReadOnlyList<HistoryRecord> earlier, RunReport report, long milliseconds)
{
    /// <summary>Runs shown in the trend, and runs whose verdicts of a case are compared.</summary>
    private const int Window = 20;

    /// <summary>A fault that comes and is mended flips twice; a third time needs another reason.</summary>
    private const int FlipsOfAnUnstableCase = 3;

    private readonly HistoryRecord[] _latestFirst = [.. earlier.OrderByDescending(r => r.StartedAt)];

    public RunReport Apply()
    {
        var cases = report.Cases.Select(c => c with { Past = PastOf(c) }).ToArray();
        var findings = report.Findings.Select(g => g with { Findings = [.. g.Findings.Select(f => f with { Since = Since(Complete(), r => r.Findings.Any(x => x.Id == f.Id)) })] }).ToArray();
        return report with
        {
            Cases = cases,
            Findings = findings,
            FailureGroups = [.. report.FailureGroups.Select(g => g with { Since = Since(_latestFirst, r => r.Failures.Any(x => x.Key == g.Key)) })],
            History = History(cases, [.. findings.SelectMany(g => g.Findings)]),
        };
    }

    private ReportHistory History(ReportCase[] cases, ReportFinding[] findings)
    {
        var seen = findings.Select(f => f.Id).ToHashSet(StringComparer.Ordinal);
        var before = Complete().FirstOrDefault();
        return new()
        {
            EarlierRuns = earlier.Count,
            Trend =
            [
                .. _latestFirst.Take(Window - 1).Reverse().Select(r => r.ToPoint()),
                new(report.RunId, report.StartedAt, report.Totals.Passed, report.Totals.Flaky, report.Totals.Healed, report.Totals.Failed, report.Totals.NotRun,
                    report.Totals.Findings, report.Health.Known ? report.Health.Score : null, milliseconds, report.Interrupted),
            ],
            Fixed = [.. cases.Where(c => c.Verdict is not (Verdict.Failed or Verdict.Quarantined or Verdict.NotRun) && c.Past?.Recent is [.., Verdict.Failed or Verdict.Quarantined, _]).Select(c => new CaseName(c.Id, c.Title))],
            NewFailures = cases.Count(c => c is { Verdict: Verdict.Failed, Past.FailingSince: null or { Runs: 1 } }),
            NewFindings = before is null ? 0 : findings.Count(f => f.Since is { Runs: 1 }),
            // A run that was stopped did not see everything, so nothing can be missing from it.
            GoneFindings = report.Interrupted || before is null ? [] : [.. before.Findings.Where(f => !seen.Contains(f.Id)).Select(f => f.Title)],
        };
    }

    /// <summary>Earlier runs that were not stopped, whose lists of findings are whole.</summary>
    private IEnumerable<HistoryRecord> Complete() => _latestFirst.Where(r => !r.Interrupted);

    private ReportCasePast? PastOf(ReportCase test)
    {
        if (test.Verdict == Verdict.NotRun)
        {
            return null;
        }

        var ran = _latestFirst.Where(r => r.Cases.ContainsKey(test.Id)).ToArray();
        Verdict[] recent = [.. ran.Take(Window - 1).Reverse().Select(r => r.Cases[test.Id]), test.Verdict];
        var outcomes = recent.SelectMany(Outcomes).ToArray();
        var flips = outcomes.Zip(outcomes.Skip(1)).Count(pair => pair.First != pair.Second);
        return new()
        {
            Recent = recent,
            Flips = flips,
            Flakiness = outcomes.Length < 2 ? 0 : Math.Round((double)flips / (outcomes.Length - 1), 3),
            Unstable = flips >= FlipsOfAnUnstableCase,
            FailingSince = Fails(test.Verdict) ? Since(ran, r => Fails(r.Cases[test.Id])) : null,
        };
    }

    private static bool[] Outcomes(Verdict verdict) => verdict switch
    {
        Verdict.Flaky => [false, true],
        _ => [!Fails(verdict)],
    };

    // A quarantine says whose failures count, not whether the case failed.
    private static bool Fails(Verdict verdict) => verdict is Verdict.Failed or Verdict.Quarantined;

    private ReportSince Since(IEnumerable<HistoryRecord> latestFirst, Func<HistoryRecord, bool> had)
    {
        var all = latestFirst.ToArray();
        var row = all.TakeWhile(had).ToArray();
        return new()
        {
            Runs = row.Length + 1,
            FirstSeen = row.Length == 0 ? report.StartedAt : row[^1].StartedAt,
            Returned = row.Length == 0 && all.Any(had),
        };
    }
}
