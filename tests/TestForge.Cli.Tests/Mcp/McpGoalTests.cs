using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Pipeline;
using TestForge.TestKit.FakeClaude;

namespace TestForge.Cli.Tests.Mcp;

/// <summary>Goals that a coding agent names, with a scripted model.</summary>
public sealed class McpGoalTests
{
    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_goal_becomes_a_case_that_runs_without_a_model_and_one_that_does_not_is_told_with_why()
    {
        await using var fake = await FakeClaudeServer.StartAsync();
        fake.When(b => b.Contains("You use a web application through a browser", StringComparison.Ordinal), Move);
        await using var site = await McpSite.StartAsync();
        await using var rig = await McpClientRig.StartAsync(
            variables: new() { ["ANTHROPIC_API_KEY"] = FakeClaudeServer.Key, ["ANTHROPIC_BASE_URL"] = fake.Url.AbsoluteUri },
            prepare: f => f.Write("testforge.json", """{ "agents": { "maxCases": 0 } }"""));
        await rig.DoneAsync("explore", new { url = site.Url.AbsoluteUri, maxPages = 2, maxMinutes = 1, folder = "o" });

        var designed = await rig.DoneAsync("design", new { folder = "o", maxTests = 3, goals = new[] { "The rest of the orders can be shown", "The moon can be ordered" } });

        designed.ShouldContain(" goal \"The rest of the orders can be shown\"");
        designed.ShouldContain("goals that became no case:");
        designed[..designed.IndexOf("<data-", StringComparison.Ordinal)].ShouldNotContain("The moon", Case.Sensitive, "What a page may have a part in stands within the fence.");
        designed.ShouldContain("goal.not_reached: ");
        var plan = JsonSerializer.Deserialize<TestPlan>(File.ReadAllText(rig.In("o", "test-plan.json")), ArtifactJson.Indented)!;
        plan.Cases.Where(c => c.Technique == "goal").ShouldHaveSingleItem().Steps.ShouldContain(s => s.Action is StepAction.ExpectPageText);
        var calls = fake.Requests.Count;
        (await rig.DoneAsync("run", new { folder = "o", grep = "The rest of the orders" })).ShouldContain("3 tests: 1 passed, 2 not run");
        fake.Messages.Skip(calls).ShouldNotContain(m => m.Text.Contains("You use a web application", StringComparison.Ordinal));
    }

    private static FakeReply Move(JsonObject body)
    {
        var shown = string.Join('\n', body["messages"]![0]!["content"]!.AsArray().Select(c => c!["text"]!.GetValue<string>()));
        var button = shown.Split('\n').FirstOrDefault(l => l.Contains("button \"Show more\"", StringComparison.Ordinal))?.Trim().Split(' ')[0];
        return shown.Contains("The moon", StringComparison.Ordinal) ? Answer("giveUp")
            : shown.Contains("Order 17 is on its way.", StringComparison.Ordinal) ? Answer("done", proofs: "Order 17 is on its way.")
            : Answer("act", "click", button);
    }

    private static FakeReply Answer(string decision, string? tool = null, string? reference = null, params string[] proofs) =>
        FakeReply.Json(JsonSerializer.Serialize(new { decision, tool, @ref = reference, value = (string?)null, reason = "as scripted", proofs }));
}
