using System.Globalization;
using System.Text;
using TestForge.Engine.Reporting.Building;
using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;
using static TestForge.Engine.Reporting.Writers.MarkdownText;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Writes a summary for a comment on a pull request: verdict, figures, gates, failures by cause, what is new.</summary>
internal sealed class MarkdownReportWriter : IReportWriter
{
    /// <summary>Services refuse comments of more than 65 536 characters.</summary>
    private const int MaxLength = 60_000;

    private const int MaxGroups = 20;
    private const int MaxCases = 5;
    private const int MaxFindings = 20;

    public string Name => ReportFormats.Markdown;

    public Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        foreach (var part in Parts(report))
        {
            if (text.Length + part.Length > MaxLength)
            {
                text.Append("\n*More is in report.html.*\n");
                break;
            }

            text.Append(part);
        }

        return Task.FromResult<IReadOnlyList<ReportFile>>([new("summary.md", ArtifactKinds.Markdown, Encoding.UTF8.GetBytes(text.ToString()))]);
    }

    private static IEnumerable<string> Parts(RunReport report) =>
    [
        $"## {Mark(report)} {Escape(report.Verdict.Sentence, 400)}\n\n",
        Figures(report),
        .. Advice(report),
        .. Gates(report),
        .. Groups(report),
        .. Flaky(report),
        .. Quarantined(report),
        .. Fixed(report),
        .. FindingLines(report),
        $"\n---\n{Escape(report.Target.AbsoluteUri)}, {Html.Figures.Moment(report.StartedAt)}, TestForge {Escape(report.ProductVersion)}. Evidence and everything else: `report.html`.\n",
    ];

    private static string Mark(RunReport report) => report switch
    {
        { Gates: [_, ..] gates } => gates.All(g => g.Met) ? "✅" : "❌",
        { Verdict.Level: VerdictLevel.Bad } => "❌",
        { Verdict.Level: VerdictLevel.Good } => "✅",
        _ => "⚠️",
    };

    private static string Figures(RunReport report)
    {
        var t = report.Totals;
        var health = report.Health.Known ? report.Health.Score.ToString("0.#", CultureInfo.InvariantCulture) : "–";
        return $"| Passed | Flaky | Healed | Failed | Not run | Health | Findings |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n| {t.Passed} | {t.Flaky} | {t.Healed} | {t.Failed} | {t.NotRun} | {health}{Change(report)} | {t.Findings} |\n";
    }

    private static IEnumerable<string> Advice(RunReport report)
    {
        if (report.Insights is not { } insights)
        {
            yield break;
        }

        yield return $"\n**{Labels.Of(insights.Advice)}.** Risk: {Lower(Labels.Of(insights.Risk))}. *{Escape(insights.By)}{(insights.Removed > 0 ? $"; {Words.Count(insights.Removed, "sentence")} left out" : "")}.*\n\n";
        foreach (var sentence in insights.Reasons.Concat(insights.Model is null ? [] : insights.Of(InsightKind.RootCauses, InsightKind.Recommendations).Take(MaxCases)).DistinctBy(s => s.Text))
        {
            yield return $"- {Escape(sentence.Text, 500)} ({Escape(string.Join("; ", sentence.Evidence.Select(e => e.Label)), 300)})\n";
        }
    }

    private static string Lower(string text) => char.ToLowerInvariant(text[0]) + text[1..];

    private static string Change(RunReport report) =>
        report is { Health.Known: true, History.Trend: [.., { Health: { } before }, _] } && Math.Round(report.Health.Score - before, 1) is not 0 and var change
            ? change.ToString(" (+0.#); (−0.#)", CultureInfo.InvariantCulture)
            : "";

    private static IEnumerable<string> Gates(RunReport report)
    {
        if (report.Gates.Count > 0)
        {
            yield return $"\n### Quality gate: {(report.Gates.All(g => g.Met) ? "met" : "not met")}\n\n";
            foreach (var gate in report.Gates)
            {
                var value = gate.Value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "not known";
                yield return $"- {(gate.Met ? "✅" : "❌")} `{gate.Rule}`: {value}{(gate.Implied ? " (implied)" : "")}{(gate.Note is null ? "" : $" ({Escape(gate.Note)})")}\n";
            }
        }
    }

    private static IEnumerable<string> Groups(RunReport report)
    {
        var diagnoses = report.Cases.Where(c => c.Diagnosis is not null).DistinctBy(c => c.Id).ToDictionary(c => c.Id, c => c.Diagnosis!, StringComparer.Ordinal);
        if (report.FailureGroups.Count > 0)
        {
            yield return $"\n### {Words.Count(report.Totals.Failed, "test")} failed, for {Words.Count(report.FailureGroups.Count, "reason")}\n";
            foreach (var group in report.FailureGroups.Take(MaxGroups))
            {
                yield return $"\n**{Escape(group.Title)}**{Since(group.Since)}  \n{Escape(group.Manager, 400)}  \n{Escape(group.Engineer, 600)}\n\n";
                foreach (var test in group.Cases.Take(MaxCases))
                {
                    yield return $"- {Escape(test.Title)}{Told(diagnoses.GetValueOrDefault(test.Id))}\n";
                }

                yield return More(group.Cases.Count - MaxCases);
            }

            yield return More(report.FailureGroups.Count - MaxGroups);
        }
    }

    private static string Told(Diagnosis? diagnosis) => diagnosis is null ? "" : $": {Html.Labels.Of(diagnosis.Class)}; {Html.Labels.Of(diagnosis.Policy)}{(diagnosis.Opinion is { } opinion ? $"; {Escape(opinion.Model)} takes it for “{Html.Labels.Of(opinion.Class)}”" : "")}";

    private static IEnumerable<string> Flaky(RunReport report)
    {
        var flaky = report.Cases.Where(c => c.Verdict == Verdict.Flaky).ToArray();
        return flaky.Length == 0 ? [] : Section($"{Words.Count(flaky.Length, "test")} passed only on a second try", [.. flaky.Select(c => c.Title)]);
    }

    private static IEnumerable<string> Quarantined(RunReport report)
    {
        var held = report.Cases.Where(c => c is { Verdict: Verdict.Quarantined, Quarantine: not null }).ToArray();
        return held.Length == 0
            ? []
            : Section($"{Words.Count(held.Length, "test")} in quarantine failed", [.. held.Select(c => $"{c.Title}: {c.Quarantine!.Owner} until {Html.Labels.Of(c.Quarantine.Expires)}")]);
    }

    private static IEnumerable<string> Fixed(RunReport report) =>
        report.History is { Fixed: [_, ..] mended } ? Section($"{Words.Count(mended.Count, "test")} mended since the last run", [.. mended.Select(c => c.Title)]) : [];

    private static IEnumerable<string> FindingLines(RunReport report)
    {
        var all = report.Findings.SelectMany(g => g.Findings).OrderByDescending(f => f.Severity).ToArray();
        var shown = report.History is { EarlierRuns: > 0 } ? all.Where(f => f.Since is { Runs: 1 }).ToArray() : all;
        if (all.Length > 0 && shown.Length == 0)
        {
            yield return $"\nNo new findings; {Words.Count(all.Length, "known one")}.\n";
        }

        if (shown.Length > 0)
        {
            yield return shown.Length < all.Length
                ? $"\n### {Words.Count(shown.Length, "new finding")}, {all.Length - shown.Length} known\n\n"
                : $"\n### {Words.Count(all.Length, report.History is { EarlierRuns: > 0 } ? "new finding" : "finding")}\n\n";
            foreach (var finding in shown.Take(MaxFindings))
            {
                yield return $"- **{finding.Severity}**, {Labels.Of(finding.Category)}: {Escape(finding.Title)}{(finding.Pages.Count > 0 ? $" ({Words.Count(finding.Pages.Count, "page")})" : "")}\n";
            }

            yield return More(shown.Length - MaxFindings);
        }

        if (report.History is { GoneFindings: [_, ..] gone })
        {
            yield return $"\n{Words.Count(gone.Count, "finding")} of the last run {(gone.Count == 1 ? "was" : "were")} not seen any more.\n";
        }
    }

    private static IEnumerable<string> Section(string title, IReadOnlyList<string> items) =>
        [$"\n### {title}\n\n", .. items.Take(MaxFindings).Select(i => $"- {Escape(i)}\n"), More(items.Count - MaxFindings)];

    private static string Since(ReportSince? since) => since is null ? "" : $" ({Labels.Since(since)})";

    private static string More(int more) => more > 0 ? $"- and {more} more\n" : "";
}
