using System.Globalization;
using System.Text.Json.Nodes;
using TestForge.Pipeline;

namespace TestForge.Platform.Webhooks;

/// <summary>What is sent: the kind of event, when it happened, and its data.</summary>
internal static class WebhookBody
{
    public static string Of(string kind, DateTimeOffset at, string data) => new JsonObject
    {
        ["type"] = kind,
        ["timestamp"] = at.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
        ["data"] = JsonNode.Parse(data),
    }.ToJsonString(ArtifactJson.Compact);

    public static string IdOf(Guid message) => $"msg_{message:N}";
}
