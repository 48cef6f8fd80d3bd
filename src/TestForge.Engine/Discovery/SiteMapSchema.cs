using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>The JSON schema of <c>site-map.json</c>, made from the records.</summary>
internal static class SiteMapSchema
{
    public static string Text()
    {
        var exported = ArtifactJson.Indented.GetJsonSchemaAsNode(typeof(SiteMap), new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = OmitNulls });
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "TestForge site map",
            ["description"] = "What was found of an application: pages, states, the ways between them, API calls, technologies and business flows.",
        };
        foreach (var (name, value) in exported.AsObject().ToArray())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(ArtifactJson.Indented) + "\n";
    }

    // What is null is not written at all.
    private static JsonNode OmitNulls(JsonSchemaExporterContext context, JsonNode schema)
    {
        if (schema is JsonObject whole && whole["required"] is JsonArray required && whole["properties"] is JsonObject properties)
        {
            foreach (var name in required.Where(n => MayBeNull(properties[n!.GetValue<string>()])).ToArray())
            {
                required.Remove(name);
            }
        }

        // A schema within the map may be any.
        return schema.GetValueKind() == JsonValueKind.True ? new JsonObject { ["type"] = "object" } : schema;
    }

    private static bool MayBeNull(JsonNode? schema) => schema?["type"] is JsonArray types && types.Any(t => t!.GetValue<string>() == "null");
}
