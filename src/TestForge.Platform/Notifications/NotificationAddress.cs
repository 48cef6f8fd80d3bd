using System.Text.Json;
using TestForge.Pipeline;

namespace TestForge.Platform.Notifications;

/// <summary>Where a notification goes, as it is sealed.</summary>
/// <param name="Url">The webhook of Slack.</param>
/// <param name="To">The addresses of people.</param>
internal sealed record NotificationAddress(string? Url, IReadOnlyList<string>? To)
{
    public string ToText() => JsonSerializer.Serialize(this, ArtifactJson.Compact);

    /// <summary>What may be shown: of Slack the host alone, because the rest is the right to write there.</summary>
    public IReadOnlyList<string> Shown() => Url is { } url ? [$"{new Uri(url).GetLeftPart(UriPartial.Authority)}/…"] : To ?? [];

    public static NotificationAddress Read(string text) => JsonSerializer.Deserialize<NotificationAddress>(text, ArtifactJson.Compact)!;
}
