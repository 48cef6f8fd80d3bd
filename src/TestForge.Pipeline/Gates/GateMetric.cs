namespace TestForge.Pipeline;

/// <summary>Something a quality gate can be about.</summary>
/// <param name="Name">Its name in a rule.</param>
/// <param name="Meaning">What is measured, with its unit.</param>
/// <param name="NeedsHistory">Whether it compares with earlier runs.</param>
/// <param name="JudgesFailures">Whether a rule about it says how many failures are borne; the rule that none is then no longer implied.</param>
public sealed record GateMetric(string Name, string Meaning, bool NeedsHistory = false, bool JudgesFailures = false)
{
    /// <summary>All there are, in the order of the guide.</summary>
    public static readonly IReadOnlyList<GateMetric> All =
    [
        new("pass-rate", "Tests that ran and did not fail, in percent of those that ran; healed and flaky ones count as passed, those in quarantine not at all.", JudgesFailures: true),
        new("first-try-rate", "Tests that passed at the first attempt with nothing healed, in percent of those that ran and are not in quarantine.", JudgesFailures: true),
        new("failed", "Tests that failed.", JudgesFailures: true),
        new("new-failures", "Tests that failed and did not fail the last time they ran; all that failed when there is no earlier run.", NeedsHistory: true, JudgesFailures: true),
        new("failure-groups", "Root causes that the failed tests are grouped by.", JudgesFailures: true),
        new("tests", "Tests in the plan."),
        new("passed", "Tests that passed at the first attempt."),
        new("flaky", "Tests that failed and passed on an isolated retry."),
        new("healed", "Tests that passed with a healed locator."),
        new("not-run", "Tests that did not run."),
        new("health", "The health score, 0 to 100."),
        new("findings", "Findings of every kind."),
        new("critical-findings", "Findings of severity critical."),
        new("serious-findings", "Findings of severity serious."),
        new("moderate-findings", "Findings of severity moderate."),
        new("minor-findings", "Findings of severity minor."),
        new("accessibility-findings", "Findings of category accessibility."),
        new("security-findings", "Findings of category security."),
        new("new-findings", "Findings that the run before did not have; 0 when there is no earlier run, which makes this one the baseline.", NeedsHistory: true),
        new("pages", "Pages that could be read."),
        new("page-coverage", "Pages that a test touches, in percent."),
        new("form-coverage", "Forms that a test fills or sends, in percent."),
        new("way-coverage", "Ways between pages that a test takes, in percent."),
        new("duration", "Start of the run to the end of its last test, in seconds."),
    ];
}
