using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using TestForge.Pipeline;

namespace TestForge.Engine.Artifacts;

/// <summary>JSON schemas of the files that are written, made from their records.</summary>
internal static class ArtifactSchema
{
    /// <param name="type">The record of the whole file.</param>
    /// <param name="head">Title and whatever else stands before the members.</param>
    /// <param name="refine">Changes the schema of a type or member, once what may be left out is known.</param>
    public static string Text(Type type, JsonObject head, Func<JsonSchemaExporterContext, JsonNode, JsonNode> refine)
    {
        var exported = ArtifactJson.Indented.GetJsonSchemaAsNode(
            type,
            new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = (context, schema) => refine(context, OmitNulls(schema)) });
        var whole = new JsonObject { ["$schema"] = "https://json-schema.org/draft/2020-12/schema" };
        foreach (var (name, value) in head.Concat(exported.AsObject()).ToArray())
        {
            whole[name] = value?.DeepClone();
        }

        return whole.ToJsonString(ArtifactJson.Indented) + "\n";
    }

    // What is null is not written at all.
    private static JsonNode OmitNulls(JsonNode schema)
    {
        if (schema is JsonObject whole && whole["required"] is JsonArray required && whole["properties"] is JsonObject properties)
        {
            foreach (var name in required.Where(n => MayBeNull(properties[n!.GetValue<string>()])).ToArray())
            {
                required.Remove(name);
            }
        }

        return schema;
    }

    private static bool MayBeNull(JsonNode? schema) => schema?["type"] is JsonArray types && types.Any(t => t!.GetValue<string>() == "null");
}
