using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Claude;
using TestForge.Engine.Execution;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Engine.Tests.Healing.Picking;

/// <summary>What a model that picks badly can do: how many of its wrong picks end as heals.</summary>
public sealed class WrongPickTests
{
    /// <summary>Set to a file, the figures are added there.</summary>
    private const string TableVariable = "TESTFORGE_PICK_TABLE";

    [Theory]
    [InlineData("first", Traits = ["Category", "Slow"])]
    [InlineData("last")]
    [InlineData("random", Traits = ["Category", "Slow"])]
    public async Task A_wrong_pick_heals_nothing_where_the_case_expects_what_only_the_right_one_does(string how)
    {
        var random = new Random(7);
        await using var fake = await FakeClaudeServer.StartAsync();
        fake.When(_ => true, body => CountOf(body) is var count && how switch { "first" => 1, "last" => count, _ => random.Next(count) + 1 } is var number ? LookAlikePage.Number(number, "as scripted") : FakeReply.Error(500));
        var changed = false;
        await using var rig = await EngineRig.StartAsync(
            app => app.MapGet("/{i:int}", (int i) => Results.Content(changed ? PickScenario.All[i].After : PickScenario.All[i].Before, "text/html; charset=utf-8")),
            services =>
            {
                services.Configure<ExecutionOptions>(o => (o.CheckTimeoutSeconds, o.LateLookSeconds) = (1, 0.3));
                services.Configure<ClaudeOptions>(o => (o.ApiKey, o.BaseUrl, o.MaxRetries) = (FakeClaudeServer.Key, fake.Url.AbsoluteUri, 0));
            });
        var elements = new List<PlanElement>();
        var cases = new List<TestCase>();
        foreach (var (i, scenario) in PickScenario.All.Index())
        {
            elements.Add((await rig.ReadAsync($"/{i}")).Element($"p{i}.e1", scenario.Button) with { PageId = $"p{i}" });
            elements.Add(new($"p{i}.e2", $"p{i}", "State", new() { Kind = LocatorKind.TestId, Value = "state" }, new() { Tag = "p", TestId = "state" }));
            var test = Plans.Case($"c{i}", new StepAction.Navigate($"/{i}"), new StepAction.Click($"p{i}.e1"), new StepAction.ExpectText($"p{i}.e2", scenario.Expected));
            cases.Add(test with { PageIds = [$"p{i}"], Steps = [.. test.Steps.Select(s => s with { Text = "A step" })] });
        }

        var plan = await rig.StoreAsync(ArtifactKinds.TestPlan, Plans.Of(rig.Url, elements, [.. cases]) with { Pages = [.. PickScenario.All.Index().Select(s => new PlanPage($"p{s.Index}", $"Page {s.Index}", $"/{s.Index}"))] });
        changed = true;

        var input = new RunInput { RunId = Guid.Empty, Target = rig.Url, StartedAt = DateTimeOffset.UnixEpoch, Healing = new() { MaxHeals = 100 } };
        var run = await RunPlan.ExecuteCasesAsync(input, new(null, plan, [.. cases.Select(c => c.Id)]), new RigHost(rig));

        var picked = PickScenario.All.Index().Select(s => (Scenario: s.Item, Heal: run.Heals.SingleOrDefault(h => h.ElementId == $"p{s.Index}.e1"), run.Outcomes.Single(o => o.CaseId == $"c{s.Index}").Verdict)).ToArray();
        picked.ShouldAllBe(p => p.Heal != null && p.Heal.PickedBy == "claude-sonnet-5-5", string.Join('\n', picked.Select(p => $"{p.Scenario.Now}: {p.Heal?.Decision} {p.Heal?.Reason}")));
        var wrong = picked.Where(p => p.Heal!.After!.LandmarkName != p.Scenario.Now).ToArray();
        wrong.Length.ShouldBeGreaterThan(2, "a model that picks right tests nothing");

        foreach (var (scenario, heal, verdict) in picked.Where(p => p.Scenario.Telling))
        {
            var right = heal!.After!.LandmarkName == scenario.Now;
            (heal.Proved, verdict).ShouldBe((right, right ? Verdict.Healed : Verdict.Failed), $"{scenario.Now}, picked {heal.After.LandmarkName}");
        }

        // What the case does not look at, it cannot prove; the report says who picked, and among what.
        wrong.Where(p => !p.Scenario.Telling).ShouldAllBe(p => p.Verdict == Verdict.Healed && p.Heal!.Candidates.Count > 1);
        if (Environment.GetEnvironmentVariable(TableVariable) is { Length: > 0 } file)
        {
            File.AppendAllText(file, JsonSerializer.Serialize(new
            {
                how,
                pages = picked.Length,
                wrong = wrong.Length,
                wrongThatTheCaseTells = wrong.Count(p => p.Scenario.Telling),
                ofTheseHealed = wrong.Count(p => p is { Scenario.Telling: true, Verdict: Verdict.Healed }),
                wrongThatNoCaseTells = wrong.Count(p => !p.Scenario.Telling),
                ofThoseHealed = wrong.Count(p => p is { Scenario.Telling: false, Verdict: Verdict.Healed }),
            }) + "\n");
        }
    }

    private static int CountOf(JsonObject body) =>
        body["messages"]![0]!["content"]![2]!["text"]!.GetValue<string>().Split('\n').Count(l => l.Length > 2 && char.IsDigit(l[0]) && l[1] == '.');
}
