using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Measures a run for the rules of its quality gate.</summary>
internal static class GateMeasures
{
    private const string NoEarlierRun = "no earlier run is remembered";

    public static readonly IReadOnlyDictionary<string, Func<RunReport, double?>> ByName = new Dictionary<string, Func<RunReport, double?>>(StringComparer.Ordinal)
    {
        ["pass-rate"] = r => Percent(Judged(r) - r.Totals.Failed, Judged(r)),
        ["first-try-rate"] = r => Percent(r.Totals.Passed, Judged(r)),
        ["failed"] = r => r.Totals.Failed,
        ["new-failures"] = r => r.History?.NewFailures ?? r.Totals.Failed,
        ["failure-groups"] = r => r.FailureGroups.Count,
        ["tests"] = r => r.Totals.Cases,
        ["passed"] = r => r.Totals.Passed,
        ["flaky"] = r => r.Totals.Flaky,
        ["healed"] = r => r.Totals.Healed,
        ["not-run"] = r => r.Totals.NotRun,
        ["health"] = r => r.Health.Known ? r.Health.Score : null,
        ["findings"] = r => r.Totals.Findings,
        ["critical-findings"] = r => Findings(r, f => f.Severity == FindingSeverity.Critical),
        ["serious-findings"] = r => Findings(r, f => f.Severity == FindingSeverity.Serious),
        ["moderate-findings"] = r => Findings(r, f => f.Severity == FindingSeverity.Moderate),
        ["minor-findings"] = r => Findings(r, f => f.Severity == FindingSeverity.Minor),
        ["accessibility-findings"] = r => Findings(r, f => f.Category == FindingCategory.Accessibility),
        ["security-findings"] = r => Findings(r, f => f.Category == FindingCategory.Security),
        ["new-findings"] = r => r.History?.NewFindings ?? 0,
        ["pages"] = r => r.Totals.Pages,
        ["page-coverage"] = r => Percent(r.Coverage.Pages.Covered, r.Coverage.Pages.Total),
        ["form-coverage"] = r => Percent(r.Coverage.Forms.Covered, r.Coverage.Forms.Total),
        ["way-coverage"] = r => Percent(r.Coverage.Transitions.Covered, r.Coverage.Transitions.Total),
        ["duration"] = r => Math.Round(HistoryRecords.MillisecondsOf(r) / 1000.0, 1),
    };

    /// <summary>Decides the rules. That no test fails is implied as long as none of them says how many may.</summary>
    public static IReadOnlyList<GateOutcome> Decide(IReadOnlyList<string> rules, RunReport report)
    {
        GateRule[] given = [.. rules.Select(GateRule.Parse)];
        var implied = given.Length > 0 && !given.Any(g => g.Metric.JudgesFailures);
        return [.. given.Select(g => Decide(g, report, implied: false)), .. implied ? [Decide(GateRule.NoFailures, report, implied: true)] : Array.Empty<GateOutcome>()];
    }

    private static GateOutcome Decide(GateRule rule, RunReport report, bool implied)
    {
        var value = ByName[rule.Metric.Name](report);
        return new(rule.Text, rule.IsMetBy(value), value, implied, NoteOn(rule.Metric, value, report));
    }

    private static string? NoteOn(GateMetric metric, double? value, RunReport report) => metric switch
    {
        { NeedsHistory: true } when report.History is null or { EarlierRuns: 0 } =>
            metric.JudgesFailures ? $"{NoEarlierRun}, so all failures count" : $"{NoEarlierRun}, so this one is the baseline",
        _ when value is null => "not known in this run",
        _ => null,
    };

    // Rounded down, so that 99.96 never passes for 100.
    private static double? Percent(int part, int whole) => whole == 0 ? null : Math.Floor(1000.0 * part / whole) / 10;

    // Neither for nor against: what is in quarantine does not count for now.
    private static int Judged(RunReport r) => r.Totals.Ran - r.Totals.Quarantined;

    private static int Findings(RunReport report, Func<ReportFinding, bool> which) => report.Findings.SelectMany(g => g.Findings).Count(which);
}
