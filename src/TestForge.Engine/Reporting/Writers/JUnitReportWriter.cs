using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using TestForge.Engine.Reporting.Html;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Writes the XML that CI servers read: a suite for each feature, a test case for each case.</summary>
/// <remarks>
/// The format knows only passed, failed, error and skipped. Flaky and healed cases are passed there, carry their true
/// verdict as a property, and a flaky one its failure as <c>flakyFailure</c>, which servers that know flakiness show.
/// </remarks>
internal sealed class JUnitReportWriter : IReportWriter
{
    public string Name => ReportFormats.JUnit;

    public Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken)
    {
        var cases = report.Cases.ToLookup(c => c.FeatureId, StringComparer.Ordinal);
        var root = new XElement(
            "testsuites",
            new XAttribute("name", Text($"TestForge {report.Target.Authority}")),
            Counts(report.Cases),
            new XAttribute("timestamp", Time(report.StartedAt)),
            report.Features.Select(f => Suite(f, [.. cases[f.Id]], report)));
        using var buffer = new MemoryStream();
        using (var xml = XmlWriter.Create(buffer, new() { Indent = true, Encoding = new UTF8Encoding(false), NewLineChars = "\n" }))
        {
            root.Save(xml);
        }

        return Task.FromResult<IReadOnlyList<ReportFile>>([new("junit.xml", ArtifactKinds.JUnit, buffer.ToArray())]);
    }

    private static XElement Suite(ReportFeature feature, ReportCase[] cases, RunReport report) => new(
        "testsuite",
        new XAttribute("name", Text(feature.Title)),
        Counts(cases),
        new XAttribute("timestamp", Time(cases.SelectMany(c => c.Attempts).Select(a => a.StartedAt).DefaultIfEmpty(report.StartedAt).Min())),
        new XAttribute("hostname", Text(report.Target.Authority)),
        cases.Select(c => Case(c, feature)));

    private static XElement Case(ReportCase test, ReportFeature feature) => new(
        "testcase",
        new XAttribute("classname", Text(feature.Id)),
        new XAttribute("name", Text(test.Title)),
        new XAttribute("time", Seconds(test.Milliseconds)),
        new XElement("properties", Property("id", test.Id), Property("verdict", VerdictName(test.Verdict))),
        Outcome(test),
        new XElement("system-out", Text(Story(test))));

    private static XElement? Outcome(ReportCase test) => test switch
    {
        { Verdict: Verdict.Failed, Failure.Class: FailureClass.Environment } => Failure("error", test.Failure),
        { Verdict: Verdict.Failed } => Failure("failure", test.Failure),
        { Verdict: Verdict.Flaky, Failure: not null } => Failure("flakyFailure", test.Failure),
        { Verdict: Verdict.NotRun } => Skipped($"Not run: {Labels.Of(test.NotRunBecause ?? NotRunReason.Stopped)}."),
        { Verdict: Verdict.Quarantined, Quarantine: { } held } => Skipped($"In quarantine until {Labels.Of(held.Expires)}, {held.Owner} sees to it: {held.Reason} {test.Failure?.Message}"),
        _ => null,
    };

    private static XElement Skipped(string message) => new("skipped", new XAttribute("message", PlainText.Clip(Text(message.ReplaceLineEndings(" ")), 500)));

    private static XElement Failure(string element, ReportFailure? failure)
    {
        if (failure is null)
        {
            return new(element, new XAttribute("message", "Failed without a recorded reason."), new XAttribute("type", "unknown"));
        }

        var lines = new StringBuilder(failure.Message);
        Append(lines, "Step", failure.Step);
        Append(lines, "Expected", failure.Expected);
        Append(lines, "Actual", failure.Actual);
        Append(lines, "Element", failure.Element);
        return new(
            element,
            new XAttribute("message", PlainText.Clip(Text(failure.Message.ReplaceLineEndings(" ")), 500)),
            new XAttribute("type", failure.Class.ToString()),
            Text(lines.ToString()));
    }

    private static string Story(ReportCase test)
    {
        var story = new StringBuilder();
        foreach (var step in test.Steps)
        {
            var mark = step.Outcome switch { StepOutcome.Passed => "ok  ", StepOutcome.Failed => "FAIL", _ => "-   " };
            story.Append('\n').Append(mark).Append(' ').Append(step.Keyword).Append(' ').Append(step.Text);
        }

        // GitLab and Jenkins' attachments plug-in turn these lines into links.
        foreach (var file in test.Attempts.Where(a => !a.Passed).SelectMany(a => a.Evidence).Select(e => e.File).Distinct())
        {
            story.Append("\n[[ATTACHMENT|").Append(file).Append("]]");
        }

        return story.Append('\n').ToString();
    }

    private static void Append(StringBuilder lines, string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            lines.Append('\n').Append(name).Append(": ").Append(value);
        }
    }

    private static XElement Property(string name, string value) => new("property", new XAttribute("name", name), new XAttribute("value", Text(value)));

    private static XAttribute[] Counts(IReadOnlyCollection<ReportCase> cases)
    {
        var errors = cases.Count(c => c is { Verdict: Verdict.Failed, Failure.Class: FailureClass.Environment });
        return
        [
            new("tests", cases.Count),
            new("failures", cases.Count(c => c.Verdict == Verdict.Failed) - errors),
            new("errors", errors),
            new("skipped", cases.Count(c => c.Verdict is Verdict.NotRun or Verdict.Quarantined)),
            new("time", Seconds(cases.Sum(c => c.Milliseconds))),
        ];
    }

    private static string VerdictName(Verdict verdict) => verdict == Verdict.NotRun ? "not-run" : verdict.ToString().ToLowerInvariant();

    private static string Seconds(long milliseconds) => (milliseconds / 1000.0).ToString("0.000", CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss", CultureInfo.InvariantCulture);

    private static string Text(string text) => PlainText.Clean(text);
}
