using System.Collections.Concurrent;
using System.ComponentModel;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace TestForge.Engine.Claude.Prompts;

/// <summary>
/// The JSON schema of a record, in the subset that structured output takes: every property required, no others, no bounds, no recursion.
/// Bounds stand in the descriptions instead, and <see cref="AnswerBounds"/> holds the answer to them.
/// </summary>
internal static class AnswerSchema
{
    private static readonly ConcurrentDictionary<Type, JsonObject> Known = [];

    /// <summary>The same text for the same type, in every process.</summary>
    public static JsonObject For(Type type) => (JsonObject)Known.GetOrAdd(type, t => Object(t, [])).DeepClone();

    /// <summary>The properties of an answer, in the order in which they are declared.</summary>
    public static IEnumerable<PropertyInfo> Properties(Type type) => type
        .GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Where(p => p.CanWrite && p.GetIndexParameters().Length == 0)
        .OrderBy(p => p.MetadataToken);

    public static Type? ItemOf(Type type) => type.IsGenericType && type != typeof(string) && type.GetGenericTypeDefinition() is { } generic
        && (generic == typeof(IReadOnlyList<>) || generic == typeof(List<>)) ? type.GetGenericArguments()[0] : type.IsArray ? type.GetElementType() : null;

    private static JsonObject Object(Type type, Type[] outer)
    {
        if (outer.Contains(type))
        {
            throw new InvalidOperationException($"{type.Name} contains itself, which the schema of an answer cannot say.");
        }

        var nullability = new NullabilityInfoContext();
        var properties = new JsonObject();
        foreach (var property in Properties(type))
        {
            var nullable = Nullable.GetUnderlyingType(property.PropertyType) is not null || nullability.Create(property).WriteState == NullabilityState.Nullable;
            var schema = Value(property.PropertyType, [.. outer, type]);
            if (Described(property) is { Length: > 0 } description)
            {
                schema["description"] = description;
            }

            properties[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = nullable ? OrNull(schema) : schema;
        }

        return new()
        {
            ["type"] = "object",
            ["properties"] = properties,
            ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Key))]),
            ["additionalProperties"] = false,
        };
    }

    private static JsonObject Value(Type type, Type[] outer)
    {
        var plain = Nullable.GetUnderlyingType(type) ?? type;
        if (plain.IsEnum)
        {
            return new() { ["type"] = "string", ["enum"] = new JsonArray([.. Enum.GetNames(plain).Select(n => JsonValue.Create(JsonNamingPolicy.CamelCase.ConvertName(n)))]) };
        }

        if (ItemOf(plain) is { } item)
        {
            return new() { ["type"] = "array", ["items"] = Value(item, outer) };
        }

        return Type.GetTypeCode(plain) switch
        {
            TypeCode.String => new() { ["type"] = "string" },
            TypeCode.Boolean => new() { ["type"] = "boolean" },
            TypeCode.Int32 or TypeCode.Int64 => new() { ["type"] = "integer" },
            TypeCode.Double or TypeCode.Decimal => new() { ["type"] = "number" },
            _ => Object(plain, outer),
        };
    }

    private static JsonObject OrNull(JsonObject schema)
    {
        var description = schema["description"]?.GetValue<string>();
        schema.Remove("description");
        var either = new JsonObject { ["anyOf"] = new JsonArray(schema, new JsonObject { ["type"] = "null" }) };
        if (description is not null)
        {
            either["description"] = description;
        }

        return either;
    }

    private static string Described(PropertyInfo property) =>
        string.Join(' ', new[] { property.GetCustomAttribute<DescriptionAttribute>()?.Description, AnswerBounds.Say(property) }.Where(s => !string.IsNullOrEmpty(s)));
}
