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
        if (schema is JsonObject node && source.GetCustomAttributes(typeof(DescriptionAttribute), false) is [DescriptionAttribute found])
        {
            node.Insert(0, "description", found.Description);
        }

        return schema;
    }
}
