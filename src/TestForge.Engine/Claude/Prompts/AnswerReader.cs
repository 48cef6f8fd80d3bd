using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestForge.Engine.Claude.Prompts;

/// <summary>Reads an answer strictly: what the schema asks for and nothing else, within bounds.</summary>
internal static class AnswerReader
{
    private static readonly JsonSerializerOptions Strict = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        MaxDepth = 16,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    /// <summary>The answer, or what is wrong with it.</summary>
    public static (T? Answer, IReadOnlyList<string> Faults) Read<T>(string json, Func<T, IReadOnlyList<string>>? check)
        where T : class
    {
        T? answer;
        try
        {
            answer = JsonSerializer.Deserialize<T>(json, Strict);
        }
        catch (JsonException e)
        {
            return (null, [$"The answer is not the JSON that was asked for: {e.Message}"]);
        }

        if (answer is null)
        {
            return (null, ["The answer is null."]);
        }

        var faults = AnswerBounds.Faults(answer);
        faults = faults.Count > 0 ? faults : check?.Invoke(answer) ?? [];
        return faults.Count > 0 ? (null, faults) : (answer, []);
    }
}
