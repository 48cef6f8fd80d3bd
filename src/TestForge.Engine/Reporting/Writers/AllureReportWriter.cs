using System.Text;
using System.Text.Json.Nodes;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;
using static TestForge.Engine.Reporting.Writers.JsonText;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Writes a folder that Allure makes its report of: a result for each attempt, so that retries show, and the evidence beside it.</summary>
internal sealed class AllureReportWriter : IReportWriter
{
    private const string Folder = "allure-results/";

    public string Name => ReportFormats.Allure;

    public bool OnlyWhenAsked => true;

    public Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken)
    {
        var features = report.Features.ToDictionary(f => f.Id, f => f.Title, StringComparer.Ordinal);
        var results = report.Cases.SelectMany(c => c.Attempts.Count == 0
            ? [Result(report, c, features, null)]
            : c.Attempts.Select(a => Result(report, c, features, a)));
        var evidence = report.Cases.SelectMany(c => c.Attempts).SelectMany(a => a.Evidence).DistinctBy(e => e.Sha256);
        return Task.FromResult<IReadOnlyList<ReportFile>>(
        [
            .. results,
            .. evidence.Select(e => ReportFile.Of(Folder + SourceOf(e), e.ToRef())),
            new(Folder + "environment.properties", ArtifactKinds.Allure, Encoding.UTF8.GetBytes(Environment(report))),
        ]);
    }

    private static ReportFile Result(RunReport report, ReportCase test, Dictionary<string, string> features, ReportAttempt? attempt)
    {
        var uuid = StableIds.Uuid(report.RunId.ToString(), test.Id, $"{attempt?.Number ?? 0}").ToString();
        var start = (attempt?.StartedAt ?? report.StartedAt).ToUnixTimeMilliseconds();
        var feature = features.GetValueOrDefault(test.FeatureId, test.FeatureId);
        // Not the port: a test system that comes up at another one is the same application.
        var identity = StableIds.Hash(report.Target.Host, test.Id);
        var result = Object(
            ("uuid", uuid),
            ("historyId", identity),
            ("testCaseId", identity),
            ("fullName", Text($"{report.Target.Host}.{test.FeatureId}.{test.Id}")),
            ("name", Text(test.Title) ?? test.Id),
            ("description", Text(test.Why)),
            ("status", Status(attempt)),
            ("statusDetails", Details(test, attempt)),
            ("stage", attempt is null ? "pending" : "finished"),
            ("start", start),
            ("stop", start + (attempt?.Milliseconds ?? 0)),
            ("labels", Labels(report, test, feature)),
            ("links", new JsonArray()),
            ("parameters", new JsonArray()),
            ("steps", Array(test.Steps.Select((s, i) => Step(s, i, test, attempt)))),
            ("attachments", Array((attempt?.Evidence ?? []).Select(Attachment))));
        return File($"{Folder}{uuid}-result.json", ArtifactKinds.Allure, result);
    }

    /// <summary>In Allure's terms a test is broken, not failed, when it could not come to its check.</summary>
    private static string Status(ReportAttempt? attempt) => attempt switch
    {
        null => "skipped",
        { Passed: true } => "passed",
        { Failure.Class: FailureClass.Assertion } => "failed",
        _ => "broken",
    };

    private static JsonObject Details(ReportCase test, ReportAttempt? attempt) => Object(
        ("message", Text(attempt is null ? $"Not run: {Html.Labels.Of(test.NotRunBecause ?? NotRunReason.Stopped)}." : attempt.Failure?.Message)),
        ("expected", Text(attempt?.Failure?.Expected)),
        ("actual", Text(attempt?.Failure?.Actual)),
        ("flaky", test.Verdict == Verdict.Flaky),
        ("muted", test.Verdict == Verdict.Quarantined));

    private static JsonArray Labels(RunReport report, ReportCase test, string feature)
    {
        (string Name, string Value)[] labels =
        [
            ("parentSuite", report.Target.Authority), ("suite", feature), ("feature", feature), ("story", test.Technique),
            ("severity", Severity(test.Risk)), ("host", report.Target.Authority), ("framework", "testforge"), ("layer", "e2e"),
            .. test.Tags.Select(t => ("tag", t)),
        ];
        return Array(labels.Where(l => l.Value.Length > 0).Select(l => Object(("name", l.Name), ("value", Text(l.Value) ?? "-"))));
    }

    private static string Severity(double risk) => risk switch
    {
        >= 75 => "critical",
        >= 40 => "normal",
        _ => "minor",
    };

    /// <summary>The case's lines are known of the attempt that matters; of another one, where it stopped.</summary>
    private static JsonObject Step(ReportStep step, int index, ReportCase test, ReportAttempt? attempt)
    {
        var status = attempt switch
        {
            null => "skipped",
            { Passed: true } => "passed",
            { Failure: { StepIndex: >= 0 } failure } when index == failure.StepIndex => Status(attempt),
            { Failure: { StepIndex: >= 0 } failure } => index < failure.StepIndex ? "passed" : "skipped",
            _ => "skipped",
        };
        var decisive = attempt is not null && attempt.Number == (test.Verdict is Verdict.Failed or Verdict.Quarantined ? test.Attempts[^1] : test.Attempts.LastOrDefault(a => a.Passed) ?? test.Attempts[^1]).Number;
        var before = decisive ? test.Steps.Take(index).Sum(s => s.Milliseconds ?? 0) : 0;
        var start = (attempt?.StartedAt.ToUnixTimeMilliseconds() ?? 0) + before;
        return Object(
            ("name", Text($"{step.Keyword} {step.Text}")),
            ("status", status),
            ("stage", status == "skipped" ? "pending" : "finished"),
            ("start", decisive ? start : null),
            ("stop", decisive ? start + (step.Milliseconds ?? 0) : null),
            ("steps", new JsonArray()),
            ("attachments", new JsonArray()),
            ("parameters", new JsonArray()));
    }

    private static JsonObject Attachment(ReportEvidence evidence) => Object(
        ("name", Html.Labels.Kind(evidence.Kind)),
        ("type", evidence.Kind == ArtifactKinds.Trace ? "application/vnd.allure.playwright-trace" : EvidenceTypes.MediaTypeOf(evidence.Kind)),
        ("source", SourceOf(evidence)));

    private static string SourceOf(ReportEvidence evidence) => $"{evidence.Sha256}-attachment{ArtifactKinds.ExtensionOf(evidence.Kind)}";

    private static string Environment(RunReport report)
    {
        (string Name, string Value)[] facts =
        [
            ("Target", report.Target.AbsoluteUri), ("Browser", string.Join(", ", report.Environment.Browsers)),
            ("Runner", string.Join(", ", report.Environment.Backends)), ("TestForge", report.ProductVersion),
        ];
        return string.Concat(facts.Where(f => f.Value.Length > 0).Select(f => $"{f.Name} = {Property(f.Value)}\n"));
    }

    // In this format a backslash continues a line.
    private static string Property(string value) =>
        PlainText.Clip(PlainText.Clean(value).ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal), 500);
}
