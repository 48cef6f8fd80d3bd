using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>What to do next, the most urgent first, never more than a person does in a day.</summary>
internal static class NextSteps
{
    private const int Max = 5;

    public static IReadOnlyList<NextStep> For(
        RunMaterial material, ReportTotals totals, IReadOnlyList<ReportCase> cases, IReadOnlyList<FindingGroup> findings, ReportCoverage coverage) =>
    [
        .. Interruption(material, totals)
            .Concat(Redesign(material))
            .Concat(Failures(cases))
            .Concat(Repairs(totals, cases, material.Input.Heals))
            .Concat(Faults(findings))
            .Concat(Gaps(totals, coverage))
            .DefaultIfEmpty(new("Nothing needs to be done. Keep the generated tests and run them with every change.", "tests"))
            .Take(Max),
    ];

    private static IEnumerable<NextStep> Interruption(RunMaterial material, ReportTotals totals)
    {
        if (material.Interrupted)
        {
            yield return new("Resume the run with “testforge run --resume” and its output folder: finished stages are not repeated.", "tests");
        }
        else if (totals.Ran == 0)
        {
            yield return new("Check that the address is right and opens in a browser on this machine, and whether it needs a login; then run again.", "pages");
        }
    }

    private static IEnumerable<NextStep> Redesign(RunMaterial material)
    {
        if (material.Excess is not null)
        {
            yield return new("Design the tests again with “testforge run”: they were made for other pages. If the application is meant to differ that much, allow more with --max-heals.", "healed");
        }
    }

    private static IEnumerable<NextStep> Failures(IReadOnlyList<ReportCase> cases)
    {
        var failed = cases.Where(c => c.Verdict == Verdict.Failed).ToArray();
        var faults = failed.Where(c => c.Diagnosis?.Class is null or FailureClass.Assertion or FailureClass.Unknown or FailureClass.Flaky).OrderByDescending(c => c.Risk).ToArray();
        if (faults.Length > 0)
        {
            yield return new(
                faults.Length == 1
                    ? $"Look at the failed test {Words.Quote(faults[0].Title)}: its screenshot and the step that failed are below."
                    : $"Look at the {faults.Length} failed tests, first at {Words.Quote(faults[0].Title)}, which carries the highest risk.",
                "failed");
        }

        if (failed.Count(c => c.Diagnosis?.Class == FailureClass.LocatorDrift) is > 0 and var drifted)
        {
            yield return new($"{Words.Count(drifted, "test")} could not find an element any more. Check whether the page was changed on purpose; if so, design the tests anew.", "failed");
        }

        if (failed.Count(c => c.Diagnosis?.Class == FailureClass.Environment) is > 0 and var surroundings)
        {
            yield return new($"{Words.Count(surroundings, "test")} failed because of network, server or session. Check those, then run again.", "failed");
        }

        if (failed.Count(c => c.Diagnosis?.Class == FailureClass.Timing) is > 0 and var late)
        {
            yield return new($"{Words.Count(late, "test")} waited in vain for what came late. Find out what is slow; users wait for it too.", "failed");
        }

        if (failed.Where(c => c.Diagnosis?.Class is FailureClass.Overlay or FailureClass.Viewport or FailureClass.FormState or FailureClass.Data).ToArray() is [var first, ..] hindered)
        {
            yield return new(
                $"{Words.Count(hindered.Length, "test")} could not go on for what lies over a control, the size of the window, a form that was not ready, or data that are there already: first {Words.Quote(first.Title)}. Change that, or the test.",
                "failed");
        }
    }

    private static IEnumerable<NextStep> Repairs(ReportTotals totals, IReadOnlyList<ReportCase> cases, IReadOnlyList<HealRecord> heals)
    {
        if (totals.Healed > 0)
        {
            var patched = heals.Any(h => h.Patched);
            yield return new(
                $"Confirm that the change behind {Words.Count(totals.Healed, "healed test")} was meant, with “testforge heals”. "
                + (patched ? "The generated scripts already use the new locators." : "The generated scripts still have the old locators; heals.diff has the new ones."),
                "healed");
        }

        if (totals.Flaky > 0)
        {
            var first = cases.Where(c => c.Verdict == Verdict.Flaky).MaxBy(c => c.Risk)!;
            yield return new($"Find out why {Words.Count(totals.Flaky, "test")} passed only on a second try, for example {Words.Quote(first.Title)}: users meet the same delay or race.", "flaky");
        }
    }

    private static IEnumerable<NextStep> Faults(IReadOnlyList<FindingGroup> groups)
    {
        var grave = groups.SelectMany(g => g.Findings).Where(f => f.Severity >= FindingSeverity.Serious).OrderByDescending(f => f.Severity).ToArray();
        if (grave.Length > 0)
        {
            yield return new(
                grave.Length == 1 ? $"Fix the serious problem {Words.Quote(grave[0].Title)}." : $"Fix the {grave.Length} serious problems, first {Words.Quote(grave[0].Title)}.",
                "findings");
        }
    }

    private static IEnumerable<NextStep> Gaps(ReportTotals totals, ReportCoverage coverage)
    {
        if (totals.Ran == 0)
        {
            yield break;
        }

        var pages = coverage.Untested.Count(u => u.Kind == "page");
        var forms = coverage.Untested.Count(u => u.Kind == "form");
        if (pages + forms > 0)
        {
            string[] parts = [.. new[] { (pages, "page"), (forms, "form") }.Where(p => p.Item1 > 0).Select(p => Words.Count(p.Item1, p.Item2))];
            yield return new($"No test touches {Words.Join(parts, 2)}. Raise the number of tests, or add your own for what matters.", "coverage");
        }
    }
}
