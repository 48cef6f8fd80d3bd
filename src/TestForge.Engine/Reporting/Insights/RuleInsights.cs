using System.Globalization;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>Says by rules what a run means. Pure: the same report gives the same sentences.</summary>
internal sealed class RuleInsights(RunReport report, EvidenceList evidence, DeploymentAdvice advice)
{
    private const int MaxCauses = 4;
    private const int MaxShown = 3;
    private const int MaxWhys = 2;
    private const int MaxRisks = 4;
    private const int MaxEvidence = 6;
    private const int MaxCause = 260;

    public IReadOnlyList<InsightSection> Write() =>
    [
        .. new InsightSection[]
        {
            new(InsightKind.Deployment, [.. Deployment().Take(2)]),
            new(InsightKind.Risk, [.. Risk().Take(MaxRisks)]),
            new(InsightKind.Summary, [.. Summary().Take(MaxShown)]),
            new(InsightKind.FailurePatterns, [.. Patterns().Take(MaxCauses)]),
            new(InsightKind.RootCauses, [.. Causes()]),
            new(InsightKind.Recommendations, [.. report.Verdict.NextSteps.Select(s => Say(s.Text, [.. EvidenceOf(s.Section)]))]),
        }.Where(s => s.Sentences.Count > 0),
    ];

    private IEnumerable<InsightSentence> Deployment()
    {
        var failed = DeploymentRules.FailuresOfApplication(report).ToArray();
        if (report.HealExcess is { } excess)
        {
            yield return Say($"{Words.Count(excess.Healed, "element")} had to be found anew: the tests were made for other pages, so they say little about these.", evidence.Of(EvidenceKinds.Figures));
        }

        if (failed is [var first, ..])
        {
            var more = failed.Length > 1 ? $"{Words.Count(failed.Length, "test")} failed; the gravest" : "A test failed; it";
            yield return Say($"{more} carries risk {Whole(first.Risk)} of 100: {Words.Quote(first.Title)}.", [.. failed.Take(MaxShown).Select(c => Of(c))]);
        }

        foreach (var gate in report.Gates.Where(g => !g.Met).Take(1))
        {
            yield return Say($"The quality gate is not met: {gate.Rule}.", evidence.Of(EvidenceKinds.Gate, gate.Rule));
        }

        if (advice == DeploymentAdvice.Unknown)
        {
            yield return Say(
                report.Totals.Ran == 0 ? "No test ran, so nothing speaks for or against it."
                : report.Interrupted ? $"The run was stopped after {Words.Count(report.Totals.Ran, "test")}; the rest is not known."
                : $"{Words.Count(report.Totals.Failed, "test")} could not be judged, because network, server or session failed. Run again before deciding.",
                evidence.Of(EvidenceKinds.Figures));
        }

        if (advice == DeploymentAdvice.Deploy)
        {
            yield return Say($"All {Words.Count(report.Totals.Ran, "test")} passed at the first try, and no serious finding is new.", evidence.Of(EvidenceKinds.Figures));
        }

        if (advice == DeploymentAdvice.DeployWithCare)
        {
            yield return Say("No test that counts failed; see below what should be known before.", evidence.Of(EvidenceKinds.Figures));
        }
    }

    private IEnumerable<InsightSentence> Risk()
    {
        foreach (var test in DeploymentRules.FailuresOfApplication(report).Where(c => c.Why.Length > 0).DistinctBy(c => c.Why).Take(MaxWhys))
        {
            yield return Say(PlainText.Clip(test.Why, MaxCause), Of(test));
        }

        if (report is { Totals.Failed: > 0, History: { EarlierRuns: > 0 } history })
        {
            yield return Say(
                history.NewFailures == 0 ? "None of the failures is new: those tests failed in the last run too."
                : history.NewFailures == report.Totals.Failed ? "All of the failures are new since the last run."
                : $"{Whole(history.NewFailures)} of the {Whole(report.Totals.Failed)} failures are new since the last run.",
                evidence.Of(EvidenceKinds.History));
        }

        if (DeploymentRules.Grave(report).ToArray() is [var gravest, ..] grave)
        {
            yield return Say($"{Words.Count(grave.Length, "serious problem")} {(grave.Length == 1 ? "was" : "were")} found on the way, first {Words.Quote(gravest.Title)}.", [.. grave.Take(MaxShown).Select(f => evidence.Of(EvidenceKinds.Finding, f.Id))]);
        }

        if (report.Cases.Where(c => c.Verdict == Verdict.Healed).ToArray() is [_, ..] healed)
        {
            yield return Say($"{Words.Count(healed.Length, "test")} passed only after the way to an element was repaired; whether that change was meant, a person has to say.", [.. healed.Take(MaxShown).Select(c => Of(c)), evidence.Of(EvidenceKinds.Figures)]);
        }

        if (report.Totals.Ran > 0 && report.Coverage.Pages is { Total: > 0 } pages && pages.Covered < pages.Total)
        {
            yield return Say($"{Whole(pages.Total - pages.Covered)} of {Words.Count(pages.Total, "page")} {(pages.Total - pages.Covered == 1 ? "is" : "are")} touched by no test, so what they do is not known.", evidence.Of(EvidenceKinds.Coverage));
        }
    }

    private IEnumerable<InsightSentence> Summary()
    {
        var totals = report.Totals;
        if (totals.Ran == 0)
        {
            yield break;
        }

        string[] others =
        [
            .. new[] { (totals.Failed, "failed"), (totals.Flaky, "passed only on a second try"), (totals.Healed, "passed only after a repair"), (totals.Quarantined, "failed in quarantine") }
                .Where(o => o.Item1 > 0).Select(o => $"{Whole(o.Item1)} {o.Item2}"),
        ];
        yield return Say($"{Whole(totals.Passed)} of {Words.Count(totals.Ran, "test")} passed at the first try{(others.Length == 0 ? "" : $"; {Words.Join(others, others.Length)}")}.", evidence.Of(EvidenceKinds.Figures));
        if (totals.Failed > 1 && report.FailureGroups is [var largest, ..])
        {
            yield return Say(report.FailureGroups.Count == 1 ? "All failures have one cause." : $"The failures have {Words.Count(report.FailureGroups.Count, "cause")}; the largest stands behind {Words.Count(largest.Cases.Count, "test")}.", [.. report.FailureGroups.Take(MaxShown).Select(g => evidence.Of(EvidenceKinds.Cause, g.Key))]);
        }

        if (report.History is { EarlierRuns: > 0, Fixed: [_, ..] mended })
        {
            yield return Say($"{Words.Count(mended.Count, "test")} that failed before {(mended.Count == 1 ? "does" : "do")} not fail any more.", evidence.Of(EvidenceKinds.History));
        }
    }

    private IEnumerable<InsightSentence> Patterns()
    {
        foreach (var group in report.FailureGroups.Where(g => g.Cases.Count > 1).Take(MaxShown))
        {
            // These two name the number themselves.
            var together = group.Cause is FailureCause.Expectation or FailureCause.Page ? "" : $"{Words.Count(group.Cases.Count, "test")} fail together: ";
            yield return Say($"{together}{PlainText.Clip(group.Title, 160).TrimEnd('.')}.", [evidence.Of(EvidenceKinds.Cause, group.Key), .. group.Cases.Take(MaxShown).Select(c => evidence.Of(EvidenceKinds.Test, c.Id))]);
        }

        if (report.Cases.Where(c => c.Verdict == Verdict.Flaky).ToArray() is [var first, ..] flaky)
        {
            yield return Say($"{Words.Count(flaky.Length, "test")} passed only on a second try, for example {Words.Quote(first.Title)}: {Lower(Labels.Of(first.Diagnosis?.Class ?? FailureClass.Flaky))}.", [.. flaky.Take(MaxShown).Select(c => Of(c))]);
        }

        if (report.Cases.Where(c => c.Past is { Unstable: true }).ToArray() is [var wavering, ..] unstable)
        {
            yield return Say($"{Words.Count(unstable.Length, "test")} came and went in the last runs, for example {Words.Quote(wavering.Title)}.", [.. unstable.Take(MaxShown).Select(c => Of(c)), evidence.Of(EvidenceKinds.History)]);
        }

        if (report.Heals.Where(h => h.Decision != HealDecision.Healed).ToArray() is [_, ..] lost)
        {
            yield return Say($"{Words.Count(lost.Length, "element")} could not be found again beyond doubt, so nothing was healed there.", [.. lost.Take(MaxShown).Select(h => evidence.Of(EvidenceKinds.Heal, h.ElementId))]);
        }
    }

    private IEnumerable<InsightSentence> Causes()
    {
        foreach (var group in report.FailureGroups.Take(MaxCauses))
        {
            var tests = group.Cases.Take(MaxShown).ToArray();
            var what = group.Cause == FailureCause.Single ? $"{Words.Quote(group.Title)}:" : $"{group.Title.TrimEnd('.')}.";
            yield return Say(Begin($"{what} {group.Engineer}".Trim()),
                evidence.Of(EvidenceKinds.Cause, group.Key),
                tests.Select(c => evidence.Of(EvidenceKinds.Step, c.Id)).FirstOrDefault(e => e is not null) ?? tests.Select(c => evidence.Of(EvidenceKinds.Test, c.Id)).FirstOrDefault(e => e is not null),
                group.Cause is FailureCause.Request ? RequestOf(tests) : null,
                tests.Select(c => evidence.Of(EvidenceKinds.Screenshot, c.Id)).FirstOrDefault(e => e is not null));
        }
    }

    private InsightEvidence? RequestOf(IReadOnlyList<CaseName> tests) => report.Cases.Where(c => tests.Any(t => t.Id == c.Id))
        .SelectMany(c => c.Attempts.LastOrDefault(a => !a.Passed)?.FailedRequests ?? [])
        .Select(r => evidence.Of(EvidenceKinds.Request, EvidenceBuilder.RequestKey(r.Method, r.Url, r.Status)))
        .FirstOrDefault(e => e is not null);

    /// <summary>What a next step's section is about.</summary>
    private IEnumerable<InsightEvidence?> EvidenceOf(string section) => section switch
    {
        "failed" => report.FailureGroups.Take(MaxShown).Select(g => evidence.Of(EvidenceKinds.Cause, g.Key)),
        "flaky" => report.Cases.Where(c => c.Verdict == Verdict.Flaky).Take(MaxShown).Select(c => Of(c)),
        "healed" => report.Heals.Where(h => h.Decision == HealDecision.Healed).Take(MaxShown).Select(h => evidence.Of(EvidenceKinds.Heal, h.ElementId)),
        "findings" => DeploymentRules.Grave(report).Take(MaxShown).Select(f => evidence.Of(EvidenceKinds.Finding, f.Id)),
        "coverage" => [evidence.Of(EvidenceKinds.Coverage)],
        _ => [],
    };

    private InsightEvidence? Of(ReportCase test) => evidence.Of(EvidenceKinds.Test, test.Id);

    /// <summary>What had no room among the evidence is left to the run's figures.</summary>
    private InsightSentence Say(string text, params InsightEvidence?[] on)
    {
        InsightEvidence[] found = [.. on.OfType<InsightEvidence>().Distinct().Take(MaxEvidence)];
        return new(text, found.Length > 0 ? found : [.. new[] { evidence.Of(EvidenceKinds.Figures) }.OfType<InsightEvidence>()]);
    }

    /// <summary>As many whole sentences as have room.</summary>
    private static string Begin(string text)
    {
        var end = text.Length <= MaxCause ? text.Length : text.LastIndexOf(". ", MaxCause, StringComparison.Ordinal) + 1;
        return end > 0 ? text[..end] : PlainText.Clip(text, MaxCause);
    }

    private static string Whole(double number) => number.ToString("0", CultureInfo.InvariantCulture);

    private static string Lower(string text) => text.Length == 0 ? text : char.ToLowerInvariant(text[0]) + text[1..];
}
