using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Reporting.Insights;

/// <summary>What a run means, said by rules.</summary>
public sealed class RuleInsightTests(ReportBrowser browser)
{
    [Fact]
    public async Task Every_sentence_leads_to_a_place_of_the_report()
    {
        var run = SampleShop.Rich(new(), await browser.PicturesAsync());
        var insights = (await JsonAsync(run)).GetProperty("insights");
        var html = await run.TextAsync("report.html");
        var ids = Regex.Matches(html, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToArray();

        ids.ShouldBeUnique();
        var sentences = insights.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("sentences").EnumerateArray()).ToArray();
        sentences.Length.ShouldBeGreaterThan(8);
        foreach (var sentence in sentences)
        {
            sentence.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("anchor").GetString()!).ShouldNotBeEmpty();
            sentence.GetProperty("evidence").EnumerateArray().Select(e => e.GetProperty("anchor").GetString()!).ShouldBeSubsetOf(ids);
        }
    }

    [Fact]
    public async Task Says_what_failed_with_which_risk_and_what_lies_behind_it()
    {
        var insights = (await JsonAsync(SampleShop.Rich(new(), []))).GetProperty("insights");

        Sections(insights).ShouldBe(["deployment", "risk", "summary", "failure-patterns", "root-causes", "recommendations"]);
        Text(insights).ShouldContain("carries risk");
        Text(insights).ShouldContain("10 of 15 tests passed at the first try; 3 failed, 1 passed only on a second try and 1 passed only after a repair.");
    }

    [Theory]
    [InlineData("failed", "high", "hold")]
    [InlineData("surroundings", "unknown", "unknown")]
    [InlineData("nothing", "unknown", "unknown")]
    [InlineData("flaky", "moderate", "deploy-with-care")]
    [InlineData("gate", "high", "hold")]
    [InlineData("redesign", "high", "hold")]
    [InlineData("green", "low", "deploy")]
    public async Task Risk_and_advice_follow_from_what_happened(string what, string risk, string advice)
    {
        var run = SmallRun.Make();
        var results = run.Results[0];
        run.Plan = run.Plan! with { Cases = [.. run.Plan.Cases.Take(2)], Findings = [] };
        CaseResult Passed(string id) => new(id, Verdict.Passed, [results.Cases[1].Attempts[1] with { Number = 1 }]);
        CaseResult[] cases = what switch
        {
            "failed" => [results.Cases[0], Passed("open")],
            "surroundings" => [results.Cases[0] with { Attempts = [results.Cases[0].Attempts[0] with { Failure = new(FailureClass.Environment, 0, "Connection refused.") }] }, Passed("open")],
            "nothing" => [],
            "flaky" => [Passed("save"), results.Cases[1]],
            _ => [Passed("save"), Passed("open")],
        };
        run.Results[0] = results with { Cases = cases, Excess = what == "redesign" ? new(9, 5) : null };
        if (what == "gate")
        {
            run.Gates.Add("tests>=100");
        }

        var insights = (await JsonAsync(run)).GetProperty("insights");

        (insights.GetProperty("risk").GetString(), insights.GetProperty("advice").GetString()).ShouldBe((risk, advice));
        Sections(insights).ShouldContain("deployment");
    }

    [Fact]
    public async Task A_link_opens_what_it_leads_to()
    {
        var run = SampleShop.Rich(new(), await browser.PicturesAsync());
        var page = await browser.OpenAsync(await run.TextAsync("report.html"));

        foreach (var link in await page.Locator(".proofs a").AllAsync())
        {
            var target = (await link.GetAttributeAsync("href"))!;
            await link.EvaluateAsync("e => e.click()");
            await Assertions.Expect(page.Locator(target)).ToBeVisibleAsync();
        }

        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Hostile_text_is_text_there_too()
    {
        var page = await browser.OpenAsync(await HostileRun.Make().TextAsync("report.html"), width: 360);

        (await page.Locator(".advice").IsVisibleAsync()).ShouldBeTrue();
        (await page.EvaluateAsync<bool>("() => 'pwned' in window")).ShouldBeFalse();
        (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth")).ShouldBeLessThanOrEqualTo(360);
        await page.Context.CloseAsync();
    }

    private static string[] Sections(JsonElement insights) => [.. insights.GetProperty("sections").EnumerateArray().Select(s => s.GetProperty("kind").GetString()!)];

    private static string Text(JsonElement insights) => string.Join('\n', insights.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("sentences").EnumerateArray()).Select(s => s.GetProperty("text").GetString()));

    private static async Task<JsonElement> JsonAsync(ReportRun run) => JsonDocument.Parse(await run.TextAsync("report.json")).RootElement;
}
