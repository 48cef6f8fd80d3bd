using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

/// <summary>Posts to an incoming webhook of Slack, on the guarded way that webhooks take.</summary>
internal sealed class SlackSender(WebhookSender sender)
{
    public async Task<SendResult> SendAsync(Uri url, RunNews news, CancellationToken cancellationToken)
    {
        var result = await sender.SendAsync(url, SlackMessage.Of(news), cancellationToken);

        // Slack says so when the webhook, its channel or its workspace is no longer there, and when it cannot take the message at all.
        return result with { Gone = result.StatusCode is 404 or 410, Refused = result.StatusCode is 400 or 403 };
    }
}
