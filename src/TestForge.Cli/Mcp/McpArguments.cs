using System.Text.Json;
using TestForge.Cli.Settings;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>Holds a call's arguments to the schema of its tool, and says what is wrong in words that a model can act on.</summary>
internal static class McpArguments
{
    /// <summary>Throws <c>mcp.invalid_argument</c>.</summary>
    public static void Check(string tool, JsonElement schema, IDictionary<string, JsonElement>? arguments)
    {
        var given = arguments ?? new Dictionary<string, JsonElement>();
        var known = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToDictionary(p => p.Name, p => p.Value) : [];
        if (given.Keys.FirstOrDefault(k => !known.ContainsKey(k)) is { } unknown)
        {
            throw Wrong(tool, known.Count == 0 ? $"it takes no arguments, and '{unknown}' was given" : $"it has no argument '{unknown}'. Did you mean '{Nearest.To(unknown, known.Keys)}'? It takes {string.Join(", ", known.Keys)}");
        }

        if (schema.TryGetProperty("required", out var required) && required.EnumerateArray().Select(r => r.GetString()!).FirstOrDefault(r => !given.ContainsKey(r)) is { } missing)
        {
            throw Wrong(tool, $"the argument '{missing}' is missing");
        }

        foreach (var (name, value) in given)
        {
            if (FaultOf(known[name], value) is { } fault)
            {
                throw Wrong(tool, $"the argument '{name}' must be {fault}");
            }
        }
    }

    private static string? FaultOf(JsonElement schema, JsonElement value)
    {
        var types = schema.TryGetProperty("type", out var type) ? type.ValueKind == JsonValueKind.Array ? [.. type.EnumerateArray().Select(t => t.GetString()!)] : new[] { type.GetString()! } : [];
        if (types.Length > 0 && !types.Any(t => IsOf(t, value)))
        {
            return string.Join(" or ", types.Where(t => t != "null").Select(WordOf));
        }

        if (value.ValueKind != JsonValueKind.Null && schema.TryGetProperty("enum", out var choices) && !choices.EnumerateArray().Any(c => JsonElement.DeepEquals(c, value)))
        {
            return "one of " + string.Join(", ", choices.EnumerateArray().Where(c => c.ValueKind == JsonValueKind.String).Select(c => c.GetString()));
        }

        if (value.ValueKind == JsonValueKind.Number
            && ((schema.TryGetProperty("minimum", out var least) && value.GetDouble() < least.GetDouble()) || (schema.TryGetProperty("maximum", out var most) && value.GetDouble() > most.GetDouble())))
        {
            return $"from {schema.GetProperty("minimum").GetRawText()} to {schema.GetProperty("maximum").GetRawText()}";
        }

        if (value.ValueKind == JsonValueKind.String && schema.TryGetProperty("maxLength", out var longest) && value.GetString()!.Length > longest.GetInt32())
        {
            return $"at most {longest.GetRawText()} characters long";
        }

        if (value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("maxItems", out var longestList) && value.GetArrayLength() > longestList.GetInt32())
        {
            return $"a list of at most {longestList.GetRawText()}";
        }

        return value.ValueKind == JsonValueKind.Array && schema.TryGetProperty("items", out var items)
            ? value.EnumerateArray().Select(v => FaultOf(items, v)).FirstOrDefault(f => f is not null) is { } item ? $"a list in which each entry is {item}" : null
            : null;
    }

    private static bool IsOf(string type, JsonElement value) => (type, value.ValueKind) switch
    {
        ("string", JsonValueKind.String) or ("array", JsonValueKind.Array) or ("object", JsonValueKind.Object) or ("null", JsonValueKind.Null) or ("number", JsonValueKind.Number) => true,
        ("boolean", JsonValueKind.True or JsonValueKind.False) => true,
        ("integer", JsonValueKind.Number) => value.TryGetInt32(out _),
        _ => false,
    };

    private static string WordOf(string type) => type switch
    {
        "string" => "a text",
        "integer" => "a whole number",
        "number" => "a number",
        "boolean" => "true or false",
        "array" => "a list",
        _ => "an object",
    };

    private static StageException Wrong(string tool, string what) => new("mcp.invalid_argument", $"{tool} cannot be called like this: {what}.", retryable: false);
}
