using System.Text.Json.Nodes;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;
using static TestForge.Engine.Reporting.Writers.JsonText;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Writes the Common Test Report Format (https://ctrf.io), in which flaky cases are passed and marked so.</summary>
internal sealed class CtrfReportWriter : IReportWriter
{
    /// <summary>The version of the specification that the document keeps to.</summary>
    private const string SpecVersion = "1.0.0";

    public string Name => ReportFormats.Ctrf;

    public Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken)
    {
        var features = report.Features.ToDictionary(f => f.Id, f => f.Title, StringComparer.Ordinal);
        var document = Object(
            ("reportFormat", "CTRF"),
            ("specVersion", SpecVersion),
            ("reportId", report.RunId.ToString()),
            ("runId", report.RunId.ToString()),
            ("timestamp", report.FinishedAt.UtcDateTime.ToString("O", System.Globalization.CultureInfo.InvariantCulture)),
            ("generatedBy", "TestForge"),
            ("results", Object(
                ("tool", Object(("name", "TestForge"), ("version", report.ProductVersion))),
                ("summary", Summary(report)),
                ("tests", Array(report.Cases.Select(c => Test(c, features, report)))),
                ("environment", Object(
                    ("appName", Text(report.Target.Authority)),
                    ("healthy", report.Totals.Failed == 0 && report.Totals.Ran > 0),
                    ("extra", Object(("target", Text(report.Target.AbsoluteUri)))))))));
        return Task.FromResult<IReadOnlyList<ReportFile>>([File("ctrf.json", ArtifactKinds.Ctrf, document)]);
    }

    private static JsonObject Summary(RunReport report) => Object(
        ("tests", report.Totals.Cases),
        ("passed", report.Totals.Passed + report.Totals.Flaky + report.Totals.Healed),
        ("failed", report.Totals.Failed),
        ("skipped", report.Totals.NotRun),
        ("pending", 0),
        ("other", report.Totals.Quarantined),
        ("flaky", report.Totals.Flaky),
        ("suites", report.Features.Count),
        ("start", report.StartedAt.ToUnixTimeMilliseconds()),
        ("stop", report.FinishedAt.ToUnixTimeMilliseconds()),
        ("duration", Math.Max(0, report.FinishedAt.ToUnixTimeMilliseconds() - report.StartedAt.ToUnixTimeMilliseconds())),
        ("extra", Object(
            ("healed", report.Totals.Healed),
            ("findings", report.Totals.Findings),
            ("health", report.Health.Known ? report.Health.Score : null),
            ("interrupted", report.Interrupted))));

    private static JsonObject Test(ReportCase test, Dictionary<string, string> features, RunReport report)
    {
        var last = test.Attempts.Count == 0 ? null : test.Attempts[^1];
        return Object(
            ("testId", Text(test.Id)),
            ("executionId", StableIds.Uuid(report.RunId.ToString(), test.Id).ToString()),
            ("name", Text(test.Title) ?? test.Id),
            ("status", Status(test.Verdict)),
            ("duration", test.Milliseconds),
            ("start", test.Attempts.Count == 0 ? null : test.Attempts[0].StartedAt.ToUnixTimeMilliseconds()),
            ("stop", last is null ? null : last.StartedAt.ToUnixTimeMilliseconds() + last.Milliseconds),
            ("suite", Texts([features.GetValueOrDefault(test.FeatureId, test.FeatureId)]) is { Count: > 0 } suite ? suite : null),
            ("message", Text(test.Failure?.Message)),
            ("trace", Text(Trace(test.Failure))),
            ("rawStatus", Html.Labels.Slug(test.Verdict)),
            ("tags", Texts(test.Tags)),
            ("type", "e2e"),
            ("retries", Math.Max(0, test.Attempts.Count - 1)),
            ("retryAttempts", test.Attempts.Count < 2 ? null : Array(test.Attempts.Skip(1).Select(Attempt))),
            ("flaky", test.Verdict == Verdict.Flaky),
            ("browser", Text(report.Environment.Browsers is [var browser, ..] ? browser : null)),
            ("attachments", Array(test.Attempts.SelectMany(a => a.Evidence).DistinctBy(e => e.Sha256).Select(Attachment))),
            ("steps", Array(test.Steps.Select(Step))));
    }

    /// <summary>The first try is the test itself; only what came after it are retries.</summary>
    private static JsonObject Attempt(ReportAttempt attempt) => Object(
        ("attempt", attempt.Number),
        ("status", attempt.Passed ? "passed" : "failed"),
        ("duration", attempt.Milliseconds),
        ("start", attempt.StartedAt.ToUnixTimeMilliseconds()),
        ("stop", attempt.StartedAt.ToUnixTimeMilliseconds() + attempt.Milliseconds),
        ("message", Text(attempt.Failure?.Message)));

    private static JsonObject Attachment(ReportEvidence evidence) => Object(
        ("name", Html.Labels.Kind(evidence.Kind)),
        ("contentType", EvidenceTypes.MediaTypeOf(evidence.Kind)),
        ("path", evidence.File));

    private static JsonObject Step(ReportStep step) => Object(
        ("name", Text($"{step.Keyword} {step.Text}")),
        ("status", step.Outcome switch { StepOutcome.Passed => "passed", StepOutcome.Failed => "failed", _ => "skipped" }));

    private static string? Trace(ReportFailure? failure) => failure is null
        ? null
        : string.Join('\n', new[] { ("Step", failure.Step), ("Expected", failure.Expected), ("Actual", failure.Actual), ("Element", failure.Element) }
            .Where(l => !string.IsNullOrEmpty(l.Item2)).Select(l => $"{l.Item1}: {l.Item2}"));

    private static string Status(Verdict verdict) => verdict switch
    {
        Verdict.Failed => "failed",
        Verdict.NotRun => "skipped",
        // It failed, and fails nothing for now.
        Verdict.Quarantined => "other",
        _ => "passed",
    };
}
