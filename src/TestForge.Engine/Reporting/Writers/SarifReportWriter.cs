using System.Globalization;
using System.Text.Json.Nodes;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;
using static TestForge.Engine.Reporting.Writers.JsonText;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>Writes the accessibility and security findings as SARIF 2.1.0 (OASIS), for tools that keep an eye on code.</summary>
internal sealed class SarifReportWriter : IReportWriter
{
    private const string Schema = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    /// <summary>A fault of a shared header is on every page; a few addresses are enough to find it.</summary>
    private const int MaxPlaces = 20;

    public string Name => ReportFormats.Sarif;

    public Task<IReadOnlyList<ReportFile>> WriteAsync(RunReport report, CancellationToken cancellationToken)
    {
        var findings = report.Findings.Where(g => g.Category is FindingCategory.Accessibility or FindingCategory.Security).SelectMany(g => g.Findings).ToArray();
        var rules = findings.GroupBy(RuleOf, StringComparer.Ordinal).Select(g => g.First()).ToArray();
        var places = rules.Select((f, i) => (Rule: RuleOf(f), Index: i)).ToDictionary(r => r.Rule, r => r.Index, StringComparer.Ordinal);
        var run = Object(
            ("tool", Object(("driver", Object(
                ("name", "TestForge"),
                ("version", report.ProductVersion),
                ("rules", Array(rules.Select(Rule))))))),
            ("automationDetails", Object(("id", Text($"testforge/{report.Target.Authority}/")), ("guid", report.RunId.ToString()))),
            ("invocations", Array([Object(
                ("executionSuccessful", !report.Interrupted),
                ("startTimeUtc", Time(report.StartedAt)),
                ("endTimeUtc", Time(report.FinishedAt)))])),
            ("results", Array(findings.Select(f => Result(f, places[RuleOf(f)])))),
            ("columnKind", "utf16CodeUnits"));
        var document = Object(("$schema", Schema), ("version", "2.1.0"), ("runs", Array([run])));
        return Task.FromResult<IReadOnlyList<ReportFile>>([File("report.sarif", ArtifactKinds.Sarif, document)]);
    }

    /// <summary>A finding without a rule of its own is its own rule.</summary>
    private static string RuleOf(ReportFinding finding) =>
        $"{Html.Labels.Slug(finding.Category)}/{PlainText.Clean(finding.Rule ?? finding.Id)}";

    private static JsonObject Rule(ReportFinding finding) => Object(
        ("id", RuleOf(finding)),
        ("shortDescription", Message(finding.Title)),
        ("fullDescription", Message(finding.Detail)),
        ("helpUri", Web(finding.HelpUrl)),
        ("help", Message(finding.Detail)),
        ("defaultConfiguration", Object(("level", Level(finding.Severity)))),
        ("properties", Object(
            ("tags", Texts([Html.Labels.Slug(finding.Category), .. finding.Tags])),
            ("security-severity", finding.Category == FindingCategory.Security ? Score(finding.Severity) : null))));

    private static JsonObject Result(ReportFinding finding, int rule)
    {
        var pages = finding.Pages.Select(p => Web(p.Url)).OfType<JsonValue>().Select(p => p.GetValue<string>()).Distinct(StringComparer.Ordinal).Take(MaxPlaces).ToArray();
        var elements = finding.Selectors.Select(s => Text(s, 500)).OfType<JsonNode>().Select(s => (JsonNode)Object(("fullyQualifiedName", s), ("kind", "element"))).ToArray();
        return Object(
            ("ruleId", RuleOf(finding)),
            ("ruleIndex", rule),
            ("level", Level(finding.Severity)),
            ("message", Message($"{finding.Title}. {finding.Detail}")),
            ("locations", pages.Length == 0 ? null : Array([Place(pages[0], elements)])),
            ("relatedLocations", pages.Length < 2 ? null : Array(pages.Skip(1).Select(p => Place(p, [])))),
            // Places come and go with the pages that a crawl reaches; the fault stays the same one.
            ("partialFingerprints", Object(("testforgeFinding/v1", Text(finding.Id)))),
            ("properties", Object(("severity", Html.Labels.Slug(finding.Severity)), ("pages", finding.Pages.Count))));
    }

    private static JsonObject Place(string url, JsonNode[] elements) => Object(
        ("physicalLocation", Object(
            ("artifactLocation", Object(("uri", url))),
            // Readers made for source code insist on a line.
            ("region", Object(("startLine", 1))))),
        ("logicalLocations", elements.Length == 0 ? null : Array(elements)));

    private static JsonObject Message(string text) => Object(("text", Text(text) ?? "-"));

    private static JsonValue? Web(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" ? JsonValue.Create(uri.AbsoluteUri) : null;

    private static string Level(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical or FindingSeverity.Serious => "error",
        FindingSeverity.Moderate => "warning",
        _ => "note",
    };

    /// <summary>In the middle of the bands that code scanning services draw: critical above 9, high from 7, medium from 4.</summary>
    private static string Score(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Critical => "9.5",
        FindingSeverity.Serious => "8.0",
        FindingSeverity.Moderate => "5.5",
        _ => "2.0",
    };

    private static string Time(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
}
