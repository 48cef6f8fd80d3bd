using System.Text.Json;
using TestForge.Engine.Reporting.Writers;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting;

/// <summary>The formats of others, of a run with everything in it and of a hostile one.</summary>
public sealed class ExportTests
{
    [Theory]
    [InlineData("plain, with: commas. And (brackets) - fine", "plain, with: commas. And (brackets) - fine")]
    [InlineData("# not a heading", "\\#\u200B not a heading")]
    [InlineData("- not a list", "\\- not a list")]
    [InlineData("1. not a list", "1\\. not a list")]
    [InlineData("=== not underlined", "\\=== not underlined")]
    [InlineData("a\n\n| b | <img src=x>", "a \\| b \\| \\<img src=x\\>")]
    [InlineData("[x](javascript:y) ![z](w)", "\\[x\\](javascript:y) !\\[z\\](w)")]
    [InlineData("@team see #12 at http://evil.example or www.evil.example", "@\u200Bteam see \\#\u200B12 at http\\://evil.example or www\\.evil.example")]
    [InlineData("`code` *bold* ~~gone~~ $x$ &amp; \\", "\\`code\\` \\*bold\\* \\~\\~gone\\~\\~ \\$x\\$ \\&amp; \\\\")]
    public void Text_stays_text_in_markdown(string text, string expected) => MarkdownText.Escape(text).ShouldBe(expected);

    [Fact]
    public async Task The_summary_bounds_what_a_hostile_page_says()
    {
        var text = await HostileRun.Make().TextAsync("summary.md");

        text.Length.ShouldBeLessThan(65_536);
        text.Replace("\\<", "", StringComparison.Ordinal).ShouldNotContain("<");
        text.ShouldNotContain("\u202E");
        text.Split('\n').ShouldAllBe(l => l.Length < 3_000);
    }

    [Fact]
    public async Task Ctrf_counts_what_it_lists()
    {
        var results = (await JsonAsync(SampleShop.Rich(new(), []), "ctrf.json")).GetProperty("results");
        var (summary, tests) = (results.GetProperty("summary"), results.GetProperty("tests").EnumerateArray().ToArray());

        foreach (var status in new[] { "passed", "failed", "skipped", "pending", "other" })
        {
            summary.GetProperty(status).GetInt32().ShouldBe(tests.Count(t => t.GetProperty("status").GetString() == status));
        }

        summary.GetProperty("tests").GetInt32().ShouldBe(tests.Length);
        summary.GetProperty("flaky").GetInt32().ShouldBe(tests.Count(t => t.GetProperty("flaky").GetBoolean()));
        tests.ShouldContain(t => t.GetProperty("flaky").GetBoolean() && t.GetProperty("retryAttempts").GetArrayLength() == t.GetProperty("retries").GetInt32());
    }

    [Fact]
    public async Task Sarif_holds_accessibility_and_security_with_stable_fingerprints()
    {
        var run = (await JsonAsync(SampleShop.Rich(new(), []), "report.sarif")).GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().ToArray();
        var results = run.GetProperty("results").EnumerateArray().ToArray();

        results.Length.ShouldBe(5);
        results.ShouldAllBe(r => rules[r.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString() == r.GetProperty("ruleId").GetString());
        results.Select(r => r.GetProperty("partialFingerprints").GetProperty("testforgeFinding/v1").GetString()).ShouldBe(["a11y-1", "a11y-2", "a11y-3", "sec-1", "sec-2"], ignoreOrder: true);
        results.First(r => r.GetProperty("ruleId").GetString() == "accessibility/label").GetProperty("level").GetString().ShouldBe("error");
        results.ShouldAllBe(r => r.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation").GetProperty("uri").GetString()!.StartsWith("https://shop.example/", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sarif_links_only_to_web_addresses() =>
        (await HostileRun.Make().TextAsync("report.sarif")).ShouldNotContain("\"uri\": \"javascript");

    [Fact]
    public async Task Allure_is_written_when_asked_for_with_a_result_for_each_attempt()
    {
        var run = SmallRun.Make();
        (await run.ReportAsync()).Files.Keys.ShouldNotContain(k => k.StartsWith("allure", StringComparison.Ordinal));
        run.Exports.Add(ReportFormats.Allure);

        var files = (await run.ReportAsync()).Files;
        var results = files.Where(f => f.Key.EndsWith("-result.json", StringComparison.Ordinal)).Select(f => JsonDocument.Parse(run.Store.Bytes(f.Value)).RootElement).ToArray();
        results.Select(r => r.GetProperty("status").GetString()).ShouldBe(["failed", "broken", "passed", "skipped"], ignoreOrder: true);
        results.Select(r => r.GetProperty("historyId").GetString()).Distinct().Count().ShouldBe(3);
        results.SelectMany(r => r.GetProperty("attachments").EnumerateArray()).ShouldAllBe(a => files.ContainsKey("allure-results/" + a.GetProperty("source").GetString()));
        results.Single(r => r.GetProperty("status").GetString() == "failed").GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("status").GetString()).ShouldBe(["passed", "failed"]);
    }

    private static async Task<JsonElement> JsonAsync(ReportRun run, string file) => JsonDocument.Parse(await run.TextAsync(file)).RootElement;
}
