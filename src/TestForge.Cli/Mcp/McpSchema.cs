using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.AI;

namespace TestForge.Cli.Mcp;

/// <summary>How arguments of tools are described to a client and read from it.</summary>
internal static class McpSchema
{
    public static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
        NumberHandling = JsonNumberHandling.Strict,
    };

    public static JsonElement Of(Type arguments)
    {
        var schema = AIJsonUtilities.CreateJsonSchema(arguments, serializerOptions: Json);
        return schema.TryGetProperty("type", out _) ? schema : JsonSerializer.SerializeToElement(new { type = "object" });
    }
}
