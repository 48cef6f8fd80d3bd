using System.Globalization;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Insights;

/// <summary>Gathers from a report what sentences may rest on. Pure: the same report gives the same names.</summary>
internal static class EvidenceBuilder
{
    private const int MaxCauses = 10;
    private const int MaxTests = 20;
    private const int MaxFindings = 12;
    private const int MaxHeals = 8;
    private const int MaxRequests = 12;
    private const int MaxErrors = 8;
    private const int MaxPages = 10;
    private const int MaxNamed = 5;
    private const int MaxLabel = 36;

    private static readonly Verdict[] Troubled = [Verdict.Failed, Verdict.Quarantined, Verdict.Flaky, Verdict.Healed];

    public static EvidenceList Build(RunReport report)
    {
        var list = new EvidenceList();
        list.Add(EvidenceKinds.Figures, "", "figures of the run", "verdict", FiguresOf(report));
        foreach (var gate in report.Gates)
        {
            list.Add(EvidenceKinds.Gate, gate.Rule, $"gate {gate.Rule}", "gates", $"rule {gate.Rule}: {(gate.Met ? "met" : "not met")}, measured {Value(gate.Value)}{(gate.Note is null ? "" : $"; {gate.Note}")}");
        }

        if (report.History is { EarlierRuns: > 0 } history)
        {
            list.Add(EvidenceKinds.History, "", "earlier runs", "trend", HistoryOf(history));
        }

        if (report.Coverage.Pages.Total > 0)
        {
            list.Add(EvidenceKinds.Coverage, "", "coverage", "coverage", CoverageOf(report.Coverage));
        }

        AddFailures(list, report);
        foreach (var finding in report.Findings.SelectMany(g => g.Findings).OrderByDescending(f => f.Severity).Take(MaxFindings))
        {
            list.Add(EvidenceKinds.Finding, finding.Id, Label("finding", finding.Title), Anchors.Of(Anchors.Finding, finding.Id),
                $"{finding.Severity} {Labels.Of(finding.Category)}{Since(finding.Since)}: {finding.Title}. {PlainText.Clip(finding.Detail, 160)} On {Words.Count(finding.Pages.Count, "page")}: {Words.Join([.. finding.Pages.Select(p => p.Url)], 2)}");
        }

        foreach (var heal in report.Heals.Take(MaxHeals))
        {
            list.Add(EvidenceKinds.Heal, heal.ElementId, Label("heal of", heal.Element), Anchors.Of(Anchors.Heal, heal.ElementId),
                $"element {Words.Quote(heal.Element)}: {(heal.Decision == HealDecision.Healed ? heal.Proved ? "healed and proved" : "proposed and not proved" : Labels.Of(heal.Decision))}; {heal.Old} became {heal.New ?? "nothing"}. {heal.Reason}");
        }

        AddPages(list, report);
        return list;
    }

    private static void AddFailures(EvidenceList list, RunReport report)
    {
        foreach (var group in report.FailureGroups.Take(MaxCauses))
        {
            list.Add(EvidenceKinds.Cause, group.Key, Label("cause", group.Title), Anchors.Of(Anchors.Cause, group.Key),
                $"{Words.Count(group.Cases.Count, "failed test")}, {Labels.Of(group.Cause)}{Since(group.Since)}: {group.Title}. {PlainText.Clip(group.Engineer, 200)} Tests: {Words.Join([.. group.Cases.Select(c => Words.Quote(c.Title))], MaxNamed)}");
        }

        var features = report.Features.ToDictionary(f => f.Id, f => f.Title, StringComparer.Ordinal);
        ReportCase[] tests = [.. report.Cases.Where(c => Troubled.Contains(c.Verdict)).OrderBy(c => Array.IndexOf(Troubled, c.Verdict)).ThenByDescending(c => c.Risk).Take(MaxTests)];
        foreach (var test in tests)
        {
            list.Add(EvidenceKinds.Test, test.Id, Label("test", test.Title), PlaceOf(test), TestOf(test, features.GetValueOrDefault(test.FeatureId, test.FeatureId)));
        }

        foreach (var test in tests.Where(t => t is { Verdict: Verdict.Failed, Failure.Step: not null }))
        {
            var number = (test.Failure!.StepIndex + 1).ToString(CultureInfo.InvariantCulture);
            list.Add(EvidenceKinds.Step, test.Id, Label($"step {number} of", test.Title), Anchors.Of(Anchors.Steps, test.Id), $"step {number} of {test.Steps.Count} of {Words.Quote(test.Title)} failed: {test.Failure.Step}");
        }

        AddRequests(list, tests);
        foreach (var test in tests.Where(t => IsShown(t) && Decisive(t) is { } attempt && attempt.Evidence.Any(e => e.Kind == ArtifactKinds.Screenshot)))
        {
            list.Add(EvidenceKinds.Screenshot, test.Id, Label("screenshot of", test.Title), Anchors.Of(Anchors.Picture, test.Id), $"the page when {Words.Quote(test.Title)} failed");
        }
    }

    private static void AddRequests(EvidenceList list, IReadOnlyList<ReportCase> tests)
    {
        var seen = tests.Where(IsShown).SelectMany(t => (Decisive(t)?.FailedRequests ?? []).Select(r => (Test: t, Request: r)));
        foreach (var same in seen.GroupBy(s => RequestKey(s.Request.Method, s.Request.Url, s.Request.Status)).OrderByDescending(g => g.Count()).Take(MaxRequests))
        {
            var (test, request) = same.First();
            var path = Symptoms.PathOf(request.Url);
            list.Add(EvidenceKinds.Request, same.Key, $"request {request.Method} {path}", Anchors.Of(Anchors.Network, test.Id),
                $"{request.Method} {path} {(request.Status > 0 ? $"answered {request.Status}" : "got no answer")} {request.Reason}, in {Words.Join([.. same.Select(s => Words.Quote(s.Test.Title)).Distinct()], MaxNamed)}");
        }

        var errors = tests.Where(IsShown).SelectMany(t => (Decisive(t)?.Console ?? []).Where(e => e.Level is "exception" or "error").Select(e => (Test: t, Entry: e)));
        foreach (var same in errors.GroupBy(s => Symptoms.Shape(s.Entry.Text)).OrderByDescending(g => g.Count()).Take(MaxErrors))
        {
            var (test, entry) = same.First();
            list.Add(EvidenceKinds.Console, same.Key, $"console {entry.Level}", Anchors.Of(Anchors.Console, test.Id),
                $"{entry.Level} in {Words.Join([.. same.Select(s => Words.Quote(s.Test.Title)).Distinct()], MaxNamed)}: {entry.Text}{(entry.Location is null ? "" : $" at {entry.Location}")}");
        }
    }

    private static void AddPages(EvidenceList list, RunReport report)
    {
        var failing = report.Cases.Where(c => c.Verdict == Verdict.Failed && c.FailedAt is not null).Select(c => SiteTransition.PageOf(c.FailedAt!)).CountBy(id => id).ToDictionary(p => p.Key, p => p.Value, StringComparer.Ordinal);
        foreach (var page in report.Pages.Where(p => p.Outcome != PageOutcome.Ok || failing.ContainsKey(p.Id)).OrderByDescending(p => failing.GetValueOrDefault(p.Id)).Take(MaxPages))
        {
            var title = page.Title.Length > 0 ? page.Title : page.Url;
            list.Add(EvidenceKinds.Page, page.Id, Label("page", title), Anchors.Of(Anchors.Page, page.Id),
                $"{title} {page.Url}: {(page.Outcome == PageOutcome.Ok ? "read" : $"{Labels.Of(page.Outcome)} {page.Status} {page.OutcomeDetail}")}; {Words.Count(page.Tests, "test")}, {Words.Count(failing.GetValueOrDefault(page.Id), "test")} failed here, {Words.Count(page.Findings, "finding")}");
        }
    }

    private static string FiguresOf(RunReport report)
    {
        var t = report.Totals;
        var health = report.Health.Known ? $"health {Figures.Number(report.Health.Score, 1)} of 100" : "health not known";
        return string.Create(CultureInfo.InvariantCulture, $"{report.Verdict.Sentence} Of {t.Cases} tests {t.Passed} passed at the first try, {t.Flaky} only on a second, {t.Healed} after a heal, {t.Failed} failed, {t.NotRun} did not run, {t.Quarantined} failed in quarantine; {t.Ran} ran; {Words.Count(t.Pages, "page")}, {Words.Count(t.Findings, "finding")}, {health}");
    }

    private static string HistoryOf(ReportHistory history)
    {
        var health = string.Join(", ", history.Trend.TakeLast(MaxNamed).Select(p => Value(p.Health)));
        return string.Create(CultureInfo.InvariantCulture, $"{history.EarlierRuns} earlier runs; {history.NewFailures} failures are new, {history.Fixed.Count} tests were mended, {history.NewFindings} findings are new, {history.GoneFindings.Count} are gone; health of the last runs, the newest last: {health}");
    }

    private static string CoverageOf(ReportCoverage coverage)
    {
        string[] pages = [.. coverage.Untested.Where(u => u.Kind == "page").Select(u => Words.Quote(u.What))];
        return string.Create(CultureInfo.InvariantCulture, $"tests touch {coverage.Pages.Covered} of {coverage.Pages.Total} pages, {coverage.Forms.Covered} of {coverage.Forms.Total} forms, {coverage.Transitions.Covered} of {coverage.Transitions.Total} ways between pages{(pages.Length == 0 ? "" : $"; no test touches {Words.Join(pages, MaxNamed)}")}");
    }

    private static string TestOf(ReportCase test, string feature)
    {
        var failure = test.Failure;
        var kind = test.Diagnosis is { } diagnosis ? $", {Labels.Of(diagnosis.Class)}" : "";
        var compared = failure?.Expected is { Length: > 0 } expected ? $" Expected {PlainText.Clip(expected, 80)}, seen {PlainText.Clip(failure.Actual ?? "nothing", 80)}." : "";
        var unstable = test.Past is { Unstable: true } past ? string.Create(CultureInfo.InvariantCulture, $" It came and went {past.Flips} times in the last runs.") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Words.Quote(test.Title)} ({feature}, risk {test.Risk:0} of 100) {Labels.Of(test.Verdict)}{kind}{Since(test.Past?.FailingSince)}: {PlainText.Clip(failure?.Message ?? "", 200)}{compared}{unstable}");
    }

    /// <summary>What tells a request from another, whatever its query.</summary>
    public static string RequestKey(string method, string url, int status) => string.Create(CultureInfo.InvariantCulture, $"{method} {Symptoms.PathOf(url)} {status}");

    /// <summary>Whether the report shows its failed attempt, and not only its line.</summary>
    private static bool IsShown(ReportCase test) => test.Verdict is Verdict.Failed or Verdict.Flaky;

    private static string PlaceOf(ReportCase test) => Anchors.Of(IsShown(test) ? Anchors.Trouble : Anchors.Test, test.Id);

    private static ReportAttempt? Decisive(ReportCase test) => test.Attempts.LastOrDefault(a => !a.Passed);

    /// <summary>Short enough to stand beside a sentence.</summary>
    private static string Label(string kind, string title) => $"{kind} “{PlainText.Clip(title.Trim(), MaxLabel)}”";

    private static string Since(ReportSince? since) => since is null ? "" : $", {Labels.Since(since)}";

    private static string Value(double? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "not known";
}
