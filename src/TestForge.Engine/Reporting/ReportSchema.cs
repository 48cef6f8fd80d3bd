using System.ComponentModel;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using TestForge.Engine.Artifacts;
using TestForge.Engine.Reporting.Model;

namespace TestForge.Engine.Reporting;

/// <summary>The JSON schema of <c>report.json</c>.</summary>
internal static class ReportSchema
{
    public static string Text() => ArtifactSchema.Text(typeof(RunReport), new() { ["title"] = "TestForge report" }, Describe);

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
