using System.Text.Json.Nodes;

namespace TestForge.TestKit.FakeClaude;

/// <summary>The subset of JSON Schema that structured output takes.</summary>
internal static class SchemaRules
{
    private static readonly string[] Known =
        ["type", "description", "title", "enum", "const", "default", "properties", "required", "additionalProperties", "items", "minItems", "anyOf", "allOf", "$ref", "$defs", "format", "pattern"];

    private static readonly string[] Types = ["object", "array", "string", "integer", "number", "boolean", "null"];

    public static string? Broken(JsonObject schema, string path)
    {
        if (schema.FirstOrDefault(m => !Known.Contains(m.Key)).Key is { } unknown)
        {
            return $"{path}: For '{schema["type"]}' type, property '{unknown}' is not supported";
        }

        if (schema["type"] is JsonValue type && !Types.Contains(type.GetValue<string>()))
        {
            return $"{path}.type: '{type}' is not a type";
        }

        if (schema["minItems"] is JsonValue least && least.GetValue<int>() is not (0 or 1))
        {
            return $"{path}: For 'array' type, 'minItems' values other than 0 or 1 are not supported";
        }

        if (schema["type"]?.ToString() == "object")
        {
            if (schema["additionalProperties"] is not JsonValue more || more.GetValueKind() != System.Text.Json.JsonValueKind.False)
            {
                return $"{path}: For 'object' type, 'additionalProperties' must be explicitly set to false";
            }

            if (schema["required"] is JsonArray required && required.Any(r => schema["properties"]?[r!.GetValue<string>()] is null))
            {
                return $"{path}.required: names a property that is not there";
            }
        }

        return (schema["properties"] as JsonObject ?? []).Select(p => Broken((JsonObject)p.Value!, $"{path}.properties.{p.Key}"))
            .Concat(schema["items"] is JsonObject items ? [Broken(items, path + ".items")] : [])
            .Concat((schema["anyOf"] as JsonArray ?? []).Select((s, i) => Broken((JsonObject)s!, $"{path}.anyOf.{i}")))
            .FirstOrDefault(b => b is not null);
    }
}
