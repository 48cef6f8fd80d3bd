using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using TestForge.Engine.Design.Agents;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;
using TestForge.TestKit.Agents;

namespace TestForge.Engine.Tests.Design.Agents;

public sealed class ApplicationSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_records() =>
        Approved.ShouldMatch(ApplicationSchema.Text(), Path.Combine(Approved.Root(), "docs", "schemas", "application.schema.json"));

    [Fact]
    [Trait("Category", "Slow")]
    public async Task A_real_file_is_valid_and_a_broken_one_is_not()
    {
        await using var rig = await AgentRig.StartAsync(new(Idea.Book("Fifteen days are refused", "15", "refuses"), Idea.Book("No day is refused", "0", "refuses")));
        var application = await rig.ApplicationAsync(await rig.DesignAsync(maxTests: 6));
        var json = JsonSerializer.Serialize(application, ArtifactJson.Indented);
        var schema = await JsonSchema.FromJsonAsync(ApplicationSchema.Text(), TestContext.Current.CancellationToken);

        application.Questions.ShouldNotBeEmpty();
        schema.Validate(json).Select(e => e.ToString()).ShouldBeEmpty();

        var broken = JsonNode.Parse(json)!;
        broken["pages"]![0]!["kind"] = "splendid";
        schema.Validate(broken.ToJsonString()).ShouldNotBeEmpty();
    }
}
