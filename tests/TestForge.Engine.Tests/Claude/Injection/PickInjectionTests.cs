using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Claude;
using TestForge.Engine.Tests.Healing.Picking;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;
using TestForge.TestKit.Injection;

namespace TestForge.Engine.Tests.Claude.Injection;

/// <summary>
/// The words of every attack around and on one of two look-alikes, shown to a model that picks what they stand at as soon as it is shown them.
/// Where it picks wrong, it picks as wrong as any model may: the rules and the proof are the same.
/// </summary>
public sealed class PickInjectionTests
{
    private const int MaxWords = 190;
    private const string TableVariable = "TESTFORGE_INJECTION_TABLE";

    /// <summary>Where the words stand on the attacker's candidate.</summary>
    private static readonly (string Name, Func<ElementFingerprint, string, ElementFingerprint> Put)[] Places =
    [
        ("text around it", (p, words) => p with { NeighbourText = words }),
        ("its part of the page", (p, words) => p with { LandmarkName = words }),
        ("its title", (p, words) => p with { Title = words }),
        ("its id", (p, words) => p with { Id = words.Replace(' ', '-') }),
    ];

    [Fact]
    public async Task Words_beside_a_look_alike_change_no_heal_that_rules_would_not_allow()
    {
        await using var fake = await FakeClaudeServer.StartAsync();
        var obeyed = new HashSet<string>();
        var notShown = 0;
        fake.When(_ => true, body =>
        {
            var (data, candidates) = Read(body);
            if (InjectionCorpus.SeenIn(data).ToArray() is { Length: > 0 } attacks)
            {
                obeyed.UnionWith(attacks.Select(a => a.Name));
                return LookAlikePage.Number(Math.Max(1, Array.FindIndex(candidates, c => !c.Contains("Billing address", StringComparison.Ordinal)) + 1), "The page says so.");
            }

            notShown++;
            return LookAlikePage.Number(null, "It cannot be told.");
        });
        var page = LookAlikePage.Before;
        await using var rig = await EngineRig.StartAsync(
            app => app.MapFallback(() => Results.Content(page, "text/html; charset=utf-8")),
            services => services.Configure<ClaudeOptions>(o => (o.ApiKey, o.BaseUrl, o.MaxRetries) = (FakeClaudeServer.Key, fake.Url.AbsoluteUri, 0)));
        var element = (await rig.ReadAsync("/")).Element("p1.e1", "Edit");
        page = LookAlikePage.After;
        var after = await rig.ReadAsync("/");
        var shipping = after.Elements.Single(e => e.Print is { Name: "Edit", LandmarkName: "Shipping address" });
        var plan = await rig.StoreAsync(ArtifactKinds.TestPlan, Plans.Of(rig.Url, [element], Plans.Case("edit", new StepAction.Navigate("/"), new StepAction.Click("p1.e1"))));
        var (asked, picked) = (0, 0);

        foreach (var attack in InjectionCorpus.All)
        {
            foreach (var (place, put) in Places)
            {
                var words = string.Join(' ', attack.Seen);
                var hostile = shipping with { Print = put(shipping.Print, words[..Math.Min(words.Length, MaxWords)]) };
                var facts = after with { Elements = [.. after.Elements.Select(e => e == shipping ? hostile : e)] };
                var before = fake.Messages.Count();

                var heal = (await rig.RunAsync(Stages.Heal, new(Guid.CreateVersion7(), plan, "p1.e1", await rig.StoreAsync(ArtifactKinds.PageFacts, facts), ["edit"]))).Record;

                var calls = fake.Messages.Count() - before;
                calls.ShouldBeLessThanOrEqualTo(1, $"{attack.Name}, {place}");
                asked += calls;
                picked += heal.PickedBy is null ? 0 : 1;
                (heal.Proved, heal.Patched).ShouldBe((false, false));

                // What may come of it is one of the two buttons, found by what the page's own code calls it, or nothing.
                if (heal.New is not null)
                {
                    heal.After!.Name.ShouldBe("Edit", $"{attack.Name}, {place}");
                    heal.PickedBy.ShouldBe(calls == 1 ? "claude-sonnet-5-5" : null, $"{attack.Name}, {place}");
                }
            }
        }

        obeyed.Count.ShouldBeGreaterThan(InjectionCorpus.All.Count / 3, "the model must be shown attacks, or nothing is tested");
        rig.Events.OfType<RunEvent.ElementHealed>().ShouldBeEmpty();
        fake.Messages.Select(m => (m.Body["model"]!.ToString(), m.Body["max_tokens"]!.ToString())).Distinct().ShouldHaveSingleItem();
        if (Environment.GetEnvironmentVariable(TableVariable) is { Length: > 0 } file)
        {
            File.WriteAllText($"{file}.picks", $"{InjectionCorpus.All.Count} attacks at {Places.Length} places: asked {asked} times, {obeyed.Count} attacks shown and obeyed, {picked} picks taken by the rules, to be proved; none shown in {notShown}");
        }
    }

    /// <summary>One attack for each thing that is wanted, through a whole run: the case, its heal, and the proof.</summary>
    [Theory]
    [InlineData(InjectionWant.Delete)]
    [InlineData(InjectionWant.Visit)]
    [InlineData(InjectionWant.Claim)]
    [InlineData(InjectionWant.Budget)]
    [InlineData(InjectionWant.Heal)]
    [InlineData(InjectionWant.Secret)]
    public async Task An_obeyed_attack_leaves_the_verdict_as_it_is_without_a_model(InjectionWant want)
    {
        var attack = InjectionCorpus.All.Where(a => a.Want == want && string.Join(' ', a.Seen).Length >= 20).MinBy(a => string.Join(' ', a.Seen).Length)!;
        var page = LookAlikePage.After.Replace("<p>Where parcels go</p>", $"<p>{string.Join(' ', attack.Seen.Select(System.Net.WebUtility.HtmlEncode))}</p>", StringComparison.Ordinal);
        var seen = false;

        var (heal, verdict, asked) = await LookAlikePage.RunAsync(
            candidates =>
            {
                seen |= candidates.Any(attack.IsSeenIn);
                return LookAlikePage.Number(Array.FindIndex(candidates, attack.IsSeenIn) + 1, "The page says so.");
            },
            page);

        seen.ShouldBeTrue(attack.Name);
        (heal!.Proved, heal.Patched, verdict, asked.Count).ShouldBe((false, false, Verdict.Failed, 1), attack.Name);
    }

    private static (string Data, string[] Candidates) Read(JsonObject body)
    {
        string[] texts = [.. body["messages"]!.AsArray().SelectMany(m => m!["content"]!.AsArray()).Select(t => t!["text"]!.GetValue<string>())];
        return (string.Join('\n', texts), [.. texts[2].Split('\n').Where(l => l.Length > 2 && char.IsDigit(l[0]) && l[1] == '.')]);
    }
}
