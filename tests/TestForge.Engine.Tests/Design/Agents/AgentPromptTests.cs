using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;
using TestForge.TestKit.Agents;

namespace TestForge.Engine.Tests.Design.Agents;

public sealed partial class AgentPromptTests
{
    private static readonly string[] Prompts = ["You look at one page", "Say what the application is", "You write the requirements", "You design tests", "You review tests", "You write down the steps"];

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Every_question_of_the_chain_is_the_approved_one()
    {
        await using var rig = await AgentRig.StartAsync(new(Idea.Book("Fifteen days are refused", "15", "refuses")));

        await rig.DesignAsync(maxTests: 6);

        var text = new StringBuilder();
        foreach (var prompt in Prompts)
        {
            var last = rig.Fake.Messages.Where(m => m.Text.Contains(prompt, StringComparison.Ordinal)).OrderBy(m => Fence().Replace(m.Text, ""), StringComparer.Ordinal).Last();
            text.Append("======== ").AppendLine(prompt).Append(Written(last.Body));
        }

        Approved.ShouldMatch(text.ToString(), Approved.Beside("prompts.approved.txt"));
    }

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Questions_of_one_kind_share_every_byte_before_what_they_are_about()
    {
        await using var rig = await AgentRig.StartAsync(new(Idea.Book("Fifteen days are refused", "15", "refuses"), Idea.Book("Sixteen days are refused", "16", "refuses")));

        await rig.DesignAsync();

        foreach (var kind in new[] { "You look at one page", "You write down the steps" })
        {
            var asked = rig.Fake.Messages.Where(m => m.Text.Contains(kind, StringComparison.Ordinal)).Select(m => m.Body).ToArray();
            asked.Length.ShouldBeGreaterThan(1);
            asked.Select(b => $"{b["output_config"]!.ToJsonString()}{b["system"]!.ToJsonString()}{b["messages"]![0]!["content"]![0]!.ToJsonString()}").Distinct().ShouldHaveSingleItem().ShouldContain("cache_control");
        }
    }

    /// <summary>Names of fences come from a key of this machine.</summary>
    private static string Written(JsonObject body)
    {
        var text = new StringBuilder();
        foreach (var block in body["system"]!.AsArray().Concat(body["messages"]![0]!["content"]!.AsArray()))
        {
            text.AppendLine(block!["text"]!.GetValue<string>()).AppendLine(block["cache_control"] is null ? "--------" : "-------- (kept by the provider up to here)");
        }

        text.AppendLine(body["output_config"]!["format"]!["schema"]!.ToJsonString(ArtifactJson.Indented)).AppendLine($"at most {body["max_tokens"]} tokens");
        return Fence().Replace(text.ToString(), "data-FENCE");
    }

    [GeneratedRegex("data-[0-9a-f]{20}")]
    private static partial Regex Fence();
}
