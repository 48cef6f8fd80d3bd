using System.Text.Json.Nodes;
using TestForge.Pipeline;

namespace TestForge.Platform.Notifications;

/// <summary>A run's end in Slack's Block Kit. Words of others stand in plain text, which Slack takes for no markup, no mention and no link.</summary>
internal static class SlackMessage
{
    // Limits of Block Kit: header 150, field 2 000, ten fields.
    private const int LongestHeader = 150;
    private const int LongestField = 1_000;

    public static string Of(RunNews news)
    {
        var fields = new JsonArray([.. news.Facts().Take(10).Select(f => PlainText($"{f.Name}\n{f.Value}", LongestField))]);
        return new JsonObject
        {
            // What a phone shows; here Slack reads markup, so what begins any is escaped.
            ["text"] = Escape(Cut(news.Title, LongestHeader)),
            ["unfurl_links"] = false,
            ["unfurl_media"] = false,
            ["blocks"] = new JsonArray(
                new JsonObject { ["type"] = "header", ["text"] = PlainText(news.Title, LongestHeader) },
                new JsonObject { ["type"] = "section", ["fields"] = fields }),
        }.ToJsonString(ArtifactJson.Compact);
    }

    private static JsonObject PlainText(string text, int most) => new() { ["type"] = "plain_text", ["text"] = Cut(text, most), ["emoji"] = false };

    private static string Escape(string text) => text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);

    private static string Cut(string text, int most) => text.Length <= most ? text : string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[most - 2]) ? most - 2 : most - 1), "…");
}
