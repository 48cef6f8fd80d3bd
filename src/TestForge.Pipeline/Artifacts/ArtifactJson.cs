using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace TestForge.Pipeline;

/// <summary>The one way artifacts are written as JSON: camel case, enums as words, nothing null.</summary>
public static class ArtifactJson
{
    /// <summary>For files people read.</summary>
    public static JsonSerializerOptions Indented { get; } = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        NumberHandling = JsonNumberHandling.Strict,
        Encoder = JavaScriptEncoder.Create(System.Text.Unicode.UnicodeRanges.All),
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver(),
    };

    /// <summary>For lines and journals.</summary>
    public static JsonSerializerOptions Compact { get; } = new(Indented) { WriteIndented = false };
}
