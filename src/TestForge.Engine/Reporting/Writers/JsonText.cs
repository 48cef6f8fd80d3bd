using System.Text.Json.Nodes;
using TestForge.Pipeline;

namespace TestForge.Engine.Reporting.Writers;

/// <summary>What the writers of other people's JSON formats share.</summary>
internal static class JsonText
{
    public static ReportFile File(string name, string kind, JsonNode document) =>
        new(name, kind, System.Text.Encoding.UTF8.GetBytes(document.ToJsonString(ArtifactJson.Indented) + "\n"));

    /// <summary>Null stays null, so that the member is left out by <see cref="Object"/>.</summary>
    public static JsonNode? Text(string? text, int max = 4_000) =>
        string.IsNullOrEmpty(text) ? null : JsonValue.Create(PlainText.Clip(PlainText.Clean(text), max));

    public static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(t => Text(t)).OfType<JsonNode>()];

    public static JsonArray Array(IEnumerable<JsonNode> items) => [.. items];

    /// <summary>An object of the members that have a value.</summary>
    public static JsonObject Object(params (string Name, JsonNode? Value)[] members) =>
        new(members.Where(m => m.Value is not null).Select(m => KeyValuePair.Create(m.Name, m.Value)));
}
