using System.Text.Json;
using System.Text.Json.Nodes;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>The JSON schema of <c>site-map.json</c>.</summary>
internal static class SiteMapSchema
{
    public static string Text() => ArtifactSchema.Text(
        typeof(SiteMap),
        new()
        {
            ["title"] = "TestForge site map",
            ["description"] = "What was found of an application: pages, states, the ways between them, API calls, technologies and business flows.",
        },
        // A schema within the map may be any.
        (_, schema) => schema.GetValueKind() == JsonValueKind.True ? new JsonObject { ["type"] = "object" } : schema);
}
