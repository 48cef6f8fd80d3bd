using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Building;

/// <summary>Says in one sentence what a manager needs to know.</summary>
internal static class VerdictWriter
{
    private const int MaxFeaturesNamed = 3;

    public static ReportVerdict Write(RunMaterial material, ReportTotals totals, IReadOnlyList<ReportCase> cases, IReadOnlyList<ReportFeature> features, IReadOnlyList<FindingGroup> findings, ReportCoverage coverage)
    {
        var host = material.Input.Target.Authority;
        var grave = findings.SelectMany(g => g.Findings).Count(f => f.Severity >= FindingSeverity.Serious);
        var (level, sentence) = Sentence(material, totals, cases, features, grave, host);
        return new(level, sentence, NextSteps.For(material, totals, cases, findings, coverage));
    }

    private static (VerdictLevel Level, string Sentence) Sentence(
        RunMaterial material, ReportTotals totals, IReadOnlyList<ReportCase> cases, IReadOnlyList<ReportFeature> features, int grave, string host)
    {
        if (totals.Ran == 0)
        {
            return (VerdictLevel.Unknown, NothingRan(material, host));
        }

        if (material.Excess is { } excess)
        {
            return (VerdictLevel.Bad, $"{host} was redesigned: {Words.Count(excess.Healed, "element")} had to be found anew, and at most {excess.Limit} may be.");
        }

        var early = material.Interrupted ? $"The run was stopped early, after {totals.Ran} of {Words.Count(totals.Cases, "test")}: " : "";
        if (totals.Failed > 0)
        {
            return (VerdictLevel.Bad, early + Failed(totals, cases, features, host, midSentence: early.Length > 0));
        }

        if (early.Length > 0)
        {
            return (VerdictLevel.Unknown, $"{early}none of them failed, but the rest of {host} is unknown.");
        }

        if (totals.NotRun > 0)
        {
            return (VerdictLevel.Attention, $"None of the {Words.Count(totals.Ran, "test")} that ran on {host} failed, but {totals.NotRun} did not run.");
        }

        return Clean(totals, grave, host);
    }

    private static string Failed(ReportTotals totals, IReadOnlyList<ReportCase> cases, IReadOnlyList<ReportFeature> features, string host, bool midSentence)
    {
        // A failure of the surroundings says nothing about the application, so it must not be blamed.
        if (cases.Where(c => c.Verdict == Verdict.Failed).All(c => c.Diagnosis?.Class == FailureClass.Environment))
        {
            return $"{totals.Failed} of {Words.Count(totals.Ran, "test")} could not be completed because the network, the server or the session of {host} failed.";
        }

        var where = features.Where(f => f.Totals.Failed > 0).Select(f => Words.Quote(f.Title)).ToArray();
        return $"{totals.Failed} of {Words.Count(totals.Ran, "test")} failed{(midSentence ? "" : $" on {host}")}, in {Words.Join(where, MaxFeaturesNamed)}.";
    }

    private static (VerdictLevel Level, string Sentence) Clean(ReportTotals totals, int grave, string host)
    {
        List<string> buts = [];
        if (totals.Flaky > 0)
        {
            buts.Add($"{totals.Flaky} only on a second try");
        }

        if (totals.Healed > 0)
        {
            buts.Add($"{totals.Healed} only after {(totals.Healed == 1 ? "its" : "their")} way to an element was repaired");
        }

        if (totals.Quarantined > 0)
        {
            return (VerdictLevel.Attention, $"None of the {Words.Count(totals.Ran, "test")} on {host} failed but {Words.Count(totals.Quarantined, "test")} in quarantine, whose failures do not count for now.");
        }

        var all = totals.Ran == 1 ? "The only test passed" : $"All {Words.Count(totals.Ran, "test")} passed";
        var found = grave > 0 ? $"{Words.Count(grave, "serious problem")} {(grave == 1 ? "was" : "were")} found on the way" : null;
        return (buts.Count, found) switch
        {
            (0, null) => (VerdictLevel.Good, $"{host} works: {char.ToLowerInvariant(all[0])}{all[1..]} at the first try."),
            (0, _) => (VerdictLevel.Attention, $"{all} on {host}, but {found}."),
            (_, null) => (VerdictLevel.Attention, $"{all} on {host}, {Words.Join(buts, 2)}."),
            _ => (VerdictLevel.Attention, $"{all} on {host}, {Words.Join(buts, 2)}; {found}."),
        };
    }

    private static string NothingRan(RunMaterial material, string host)
    {
        if (material.Interrupted)
        {
            return $"The run was stopped before any test of {host} ran.";
        }

        var start = material.Site?.Pages.Count > 0 ? material.Site.Pages[0] : null;
        if (material.Site is not null && material.Site.Pages.All(p => p.Outcome != PageOutcome.Ok))
        {
            var reason = start?.OutcomeDetail is { Length: > 0 } detail ? $": {detail.TrimEnd('.')}" : "";
            return $"Nothing could be tested: no page of {host} could be opened{reason}.";
        }

        return $"No test ran, so nothing can be said about {host}.";
    }
}
