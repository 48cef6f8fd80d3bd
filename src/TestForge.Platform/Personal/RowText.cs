using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Personal;

/// <summary>Rows as they are exported: a JSON object each, by the names of the model. What is masked in the audit log is masked here.</summary>
internal static class RowText
{
    public static string Of(IEntityType entity, object row) => Json(entity, row).ToJsonString(ArtifactJson.Compact);

    public static JsonObject Json(IEntityType entity, object row)
    {
        var json = new JsonObject();
        foreach (var property in entity.GetProperties())
        {
            if (property.PropertyInfo is { } info)
            {
                json[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = IsMasked(property) ? null : ValueOf(info.GetValue(row));
            }
        }

        return json;
    }

    /// <summary>Columns that an export leaves out, because they are secrets or hashes of secrets.</summary>
    public static IEnumerable<string> Masked(IEntityType entity) =>
        entity.GetProperties().Where(IsMasked).Select(p => $"{entity.GetTableName()}.{p.GetColumnName()}");

    private static bool IsMasked(IProperty property) => property.PropertyInfo is { } info && Attribute.IsDefined(info, typeof(MaskedAttribute));

    private static JsonNode? ValueOf(object? value) => value switch
    {
        null => null,
        TenantId tenant => tenant.Value.ToString(),
        _ => JsonSerializer.SerializeToNode(value, value.GetType(), ArtifactJson.Compact),
    };
}
