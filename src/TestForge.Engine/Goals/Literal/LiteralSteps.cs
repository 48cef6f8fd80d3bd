using System.Text.Json;
using System.Text.Json.Serialization;
using TestForge.Engine.Resources;

namespace TestForge.Engine.Goals.Literal;

/// <summary>Knows the sentences that are followed without a model; they are data, in <c>literal-steps.json</c>, and shown in docs/guides/goals.md.</summary>
internal static class LiteralSteps
{
    private const int MaxLength = 500;

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) } };
    private static readonly LiteralRule[] Rules = JsonSerializer.Deserialize<LiteralRule[]>(EmbeddedText.Read("Goals/Literal/literal-steps.json"), Options)!;

    /// <summary>Returns null for a sentence that takes understanding.</summary>
    public static LiteralStep? Read(string sentence) => sentence.Length > MaxLength || sentence.Contains('\n', StringComparison.Ordinal) ? null : Rules.Select(r => r.Read(sentence.Trim())).FirstOrDefault(s => s is not null);
}
