using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using TestForge.Engine.Reporting.Model;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting;

/// <summary>The JSON schema of <c>report.json</c>, made from the model's types.</summary>
internal static class ReportSchema
{
    public static string Text()
    {
        var exported = ArtifactJson.Indented.GetJsonSchemaAsNode(
            typeof(RunReport),
            new() { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe });
        var schema = new JsonObject
        {
            ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
            ["title"] = "TestForge report",
        };
        foreach (var (name, value) in exported.AsObject().ToArray())
        {
            schema[name] = value?.DeepClone();
        }

        return schema.ToJsonString(ArtifactJson.Indented) + "\n";
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode schema)
    {
        var source = context.PropertyInfo?.AttributeProvider ?? context.TypeInfo.Type;
        if (schema is JsonObject { } whole && whole["required"] is JsonArray required && whole["properties"] is JsonObject properties)
        {
            // What is null is not written at all.
            foreach (var name in required.Select(n => n!.GetValue<string>()).Where(n => MayBeNull(properties[n])).ToArray())
            {
                required.Remove(required.First(n => n!.GetValue<string>() == name));
            }
        }

        if (schema is JsonObject node && source.GetCustomAttributes(typeof(DescriptionAttribute), false) is [DescriptionAttribute found])
        {
            node.Insert(0, "description", found.Description);
        }

        return schema;
    }

    private static bool MayBeNull(JsonNode? schema) => schema?["type"] is JsonArray types && types.Any(t => t!.GetValue<string>() == "null");
}
