using System.Text.Json;
using System.Text.Json.Nodes;
using NJsonSchema;
using TestForge.Engine.Discovery;
using TestForge.Engine.Tests.Reporting;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery;

public sealed class SiteMapSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_records() =>
        Approved.ShouldMatch(SiteMapSchema.Text(), Path.Combine(Approved.Root(), "docs", "schemas", "site-map.schema.json"));

    [Fact]
    public async Task A_real_map_is_valid_and_a_broken_one_is_not()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = """
                <!doctype html><title>Shop</title><h1>Shop</h1><form action="/found"><input type="search" name="q" aria-label="Search"><button>Go</button></form>
                <button onclick="document.getElementById('more').hidden = false">More</button><div id="more" hidden><h2>More</h2><button>Less</button></div>
                <script>fetch('/api/items/3')</script>
                """,
            ["/found"] = "<!doctype html><title>Found</title><h1>Found</h1>",
            ["/api/items/3"] = "{}",
        });
        var map = await rig.DiscoverAsync();
        var json = JsonSerializer.Serialize(map, ArtifactJson.Indented);
        var schema = await JsonSchema.FromJsonAsync(SiteMapSchema.Text(), TestContext.Current.CancellationToken);

        map.States.ShouldNotBeEmpty();
        map.ApiCalls.ShouldNotBeEmpty();
        map.Flows.ShouldNotBeEmpty();
        schema.Validate(json).Select(e => e.ToString()).ShouldBeEmpty();

        var broken = JsonNode.Parse(json)!;
        broken["pages"]![0]!["outcome"] = "splendid";
        schema.Validate(broken.ToJsonString()).ShouldNotBeEmpty();
    }

    [Fact]
    public void A_reveal_of_version_1_is_read_as_a_click() =>
        JsonSerializer.Deserialize<SiteTransition>("""{"from":"p1","to":"p1","elementId":"p1.e1","action":"reveal"}""", ArtifactJson.Compact)!.Action.ShouldBe(SiteActions.Click);
}
