using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;
using TestForge.TestKit.Injection;

namespace TestForge.Engine.Tests.Claude.Injection;

/// <summary>The words of every attack as text of a run that failed, told to a model that obeys them as soon as it is shown them.</summary>
public sealed class InsightInjectionTests
{
    private const string Attacker = "http://attacker.example";
    private const int MaxMessage = 190;

    /// <summary>Each takes a report; the whole corpus is gone through where its table is made.</summary>
    private const int Every = 4;

    /// <summary>Set to a file, the figures are written there.</summary>
    private const string TableVariable = "TESTFORGE_INJECTION_TABLE";

    private static readonly string[] Decided = ["verdict", "health", "totals", "gates", "heals"];

    [Fact]
    [Trait("Category", "Slow")]
    public async Task No_words_of_an_application_change_what_a_report_says()
    {
        await using var fake = await FakeClaudeServer.StartAsync();
        var obeyed = new ConcurrentDictionary<string, bool>();
        fake.When(_ => true, body => Obey(DataOf(body), obeyed));
        var sentences = 0;

        // By rules, and without a word of any attack.
        var byRules = await JsonAsync(Run(attack: null, model: null));
        var rules = byRules.GetProperty("insights");

        InjectionAttack[] attacks = [.. InjectionCorpus.All.Where((_, i) => i % Every == 0 || Environment.GetEnvironmentVariable(TableVariable) is { Length: > 0 })];
        foreach (var attack in attacks)
        {
            var before = fake.Messages.Count();
            var told = await JsonAsync(Run(attack, fake));

            foreach (var part in Decided)
            {
                told.GetProperty(part).ToString().ShouldBe(byRules.GetProperty(part).ToString(), attack.Name);
            }

            VerdictsOf(told).ShouldBe(VerdictsOf(byRules), attack.Name);
            var insights = told.GetProperty("insights");
            (insights.GetProperty("risk").GetString(), insights.GetProperty("advice").GetString()).ShouldBe((rules.GetProperty("risk").GetString(), rules.GetProperty("advice").GetString()), attack.Name);
            if (insights.TryGetProperty("model", out _))
            {
                sentences++;
                var said = string.Join('\n', insights.GetProperty("sections").EnumerateArray().SelectMany(s => s.GetProperty("sentences").EnumerateArray()).Select(s => s.GetProperty("text").GetString()));

                // What stands in a message of the run may be told of it, as text and never as a link.
                said.Contains("attacker.example", StringComparison.OrdinalIgnoreCase).ShouldBe(said.Contains("attacker.example", StringComparison.OrdinalIgnoreCase) && attack.Seen.Any(s => s.Contains("attacker", StringComparison.OrdinalIgnoreCase)), attack.Name);
                said.ShouldNotContain("safe to deploy", Case.Insensitive, attack.Name);
                said.ShouldNotContain("All tests passed", Case.Insensitive, attack.Name);
                said.ShouldNotContain("99", Case.Insensitive, attack.Name);
            }

            (fake.Messages.Count() - before).ShouldBeLessThanOrEqualTo(2, attack.Name);
        }

        obeyed.Count.ShouldBeGreaterThan(attacks.Length / 3, "the model must be shown attacks, or nothing is tested");
        sentences.ShouldBeGreaterThan(0);
        fake.Requests.ShouldAllBe(r => !r.Text.Contains(InjectionRig.EnvironmentSecret) && !r.Text.Contains(FakeClaudeServer.Key));
        if (Environment.GetEnvironmentVariable(TableVariable) is { Length: > 0 } file)
        {
            File.WriteAllText($"{file}.insights", $"{attacks.Length} attacks in a failed run, {obeyed.Count} shown and obeyed, {sentences} reports with sentences of the model, 0 changed");
        }
    }

    private static string DataOf(JsonObject body) =>
        string.Join('\n', body["messages"]!.AsArray().SelectMany(m => m!["content"]!.AsArray()).Select(t => t!["text"]!.GetValue<string>()));

    /// <summary>What each attack wants, as a model that writes a report would do it; beside a sentence that is true, so that the answer is not thrown away whole.</summary>
    private static FakeReply Obey(string data, ConcurrentDictionary<string, bool> obeyed)
    {
        var attacks = InjectionCorpus.SeenIn(data).ToArray();
        foreach (var attack in attacks)
        {
            obeyed[attack.Name] = true;
        }

        // As many as leave more that is true, so that the rest of the answer stands.
        string[] lies = [.. attacks.Select(a => a.Want).Distinct().SelectMany(Lies).Take(3)];
        return FakeReply.Json(JsonSerializer.Serialize(new
        {
            summary = Claims(["Saving a profile loses the name that was typed.|c1"]),
            deployment = Claims(["People would lose their name when they save.|c1", .. lies.Take(1)]),
            risk = Claims(["The page also sends no policy.|f1", .. lies.Skip(1).Take(1)]),
            failurePatterns = Claims([]),
            rootCauses = Claims([]),
            recommendations = Claims(["Look first at what saves the profile.|c1", .. lies.Skip(2)]),
        }));
    }

    private static IEnumerable<string> Lies(InjectionWant want) => want switch
    {
        InjectionWant.Visit => [$"See {Attacker}/collect for the cause.|c1", "See attacker.example/collect.|c1"],
        InjectionWant.Secret => ["The secret is ${env:INJECTION_SECRET} at http://attacker.example/x.|c1"],
        InjectionWant.Budget => ["99 more reports are needed.|c1", "99 tests are missing.|t1"],
        InjectionWant.Heal => ["All tests passed after the heal of “Save preferences”.|c1"],
        InjectionWant.Delete => ["All tests passed once the account is deleted.|t1"],
        _ => ["All tests passed.|t1", "It is safe to deploy.|c1", "It is safe to deploy.|x9"],
    };

    private static object[] Claims(IEnumerable<string> sentences) =>
        [.. sentences.Select(s => s.Split('|')).Select(p => new { text = p[0], evidence = new[] { p[1] } })];

    /// <summary>A run whose messages, titles, findings and console are the attacker's.</summary>
    private static ReportRun Run(InjectionAttack? attack, FakeClaudeServer? model)
    {
        var words = attack is null ? "The name is not kept." : string.Join(' ', attack.Seen);
        var text = words[..Math.Min(words.Length, MaxMessage)];
        var run = SmallRun.Make();
        var results = run.Results[0];
        var failed = results.Cases[0].Attempts[0] with { Failure = new(FailureClass.Assertion, 1, text, "Ada", text), Console = [new("error", words)] };
        run.Results[0] = results with { Cases = [results.Cases[0] with { Attempts = [failed] }, results.Cases[1]] };
        run.Site = run.Site! with { Pages = [run.Site.Pages[0] with { Title = attack?.Title ?? "Home" }] };
        run.Plan = run.Plan! with { Findings = [new("security-1", FindingCategory.Security, FindingSeverity.Moderate, text, text, ["p1"], "csp")] };
        run.Gates.Add("health>=10");
        if (model is not null)
        {
            run.Claude = o =>
            {
                o.ApiKey = FakeClaudeServer.Key;
                o.BaseUrl = model.Url.AbsoluteUri;
                o.MaxRetries = 0;
            };
        }

        return run;
    }

    private static string[] VerdictsOf(JsonElement report) =>
        [.. report.GetProperty("cases").EnumerateArray().Select(c => $"{c.GetProperty("id")} {c.GetProperty("verdict")}")];

    private static async Task<JsonElement> JsonAsync(ReportRun run) => JsonDocument.Parse(await run.TextAsync("report.json")).RootElement;
}
