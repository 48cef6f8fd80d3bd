using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>Decides risk and advice from what a run shows. Pure, and the same whoever writes the sentences.</summary>
internal static class DeploymentRules
{
    /// <summary>With fewer of its pages touched, most of an application is a guess.</summary>
    public const double LeastCoverage = 0.5;

    public static (RiskLevel Risk, DeploymentAdvice Advice) Decide(RunReport report) => report switch
    {
        { HealExcess: not null } => (RiskLevel.High, DeploymentAdvice.Hold),
        _ when report.Gates.Any(g => !g.Met) || FailuresOfApplication(report).Any() => (RiskLevel.High, DeploymentAdvice.Hold),

        // What could not be judged is no fault, and no leave either.
        { Totals.Ran: 0 } or { Interrupted: true } or { Totals.Failed: > 0 } => (RiskLevel.Unknown, DeploymentAdvice.Unknown),
        _ when Grave(report).Any(f => f.Severity == FindingSeverity.Critical) => (RiskLevel.High, DeploymentAdvice.DeployWithCare),
        _ when NeedsCare(report) => (RiskLevel.Moderate, DeploymentAdvice.DeployWithCare),
        _ => (RiskLevel.Low, DeploymentAdvice.Deploy),
    };

    /// <summary>Failed tests, without those whose surroundings failed: these say nothing about the application.</summary>
    public static IEnumerable<ReportCase> FailuresOfApplication(RunReport report) =>
        report.Cases.Where(c => c.Verdict == Verdict.Failed && c.Diagnosis?.Class != FailureClass.Environment).OrderByDescending(c => c.Risk);

    /// <summary>Serious and critical findings that are new, or all where nothing is remembered.</summary>
    public static IEnumerable<ReportFinding> Grave(RunReport report) => report.Findings.SelectMany(g => g.Findings)
        .Where(f => f.Severity >= FindingSeverity.Serious && (report.History is null or { EarlierRuns: 0 } || f.Since is not { Runs: > 1 }))
        .OrderByDescending(f => f.Severity);

    public static bool IsThinlyCovered(RunReport report) => report.Coverage.Pages is { Total: > 0 } pages && pages.Share < LeastCoverage;

    private static bool NeedsCare(RunReport report) =>
        report.Totals is { Flaky: > 0 } or { Healed: > 0 } or { Quarantined: > 0 } or { NotRun: > 0 } || Grave(report).Any() || IsThinlyCovered(report);
}
