using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Outbox;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Webhooks;

/// <summary>Tells by webhooks.</summary>
internal sealed class WebhookChannel(SecretBox secrets, WebhookSender sender, TimeProvider clock) : IDeliveryChannel
{
    public bool Carries(WebhookDelivery delivery) => delivery.WebhookId is not null;

    public async Task RouteAsync(PlatformDb db, OutboxMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var webhooks = await db.Webhooks.AsNoTracking().Where(w => w.Enabled).ToArrayAsync(cancellationToken);
        foreach (var webhook in webhooks.Where(w => w.Wants(message.Kind)))
        {
            await Deliveries.AddAsync(db, webhook.Id, message.Id, message.Kind, WebhookBody.Of(message.Kind, message.CreatedAt, message.Payload), now, cancellationToken);
        }
    }

    public async Task<Func<CancellationToken, Task<SendResult>>?> PrepareAsync(PlatformDb db, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == delivery.WebhookId, cancellationToken) is not { Enabled: true } webhook)
        {
            return null;
        }

        var signing = new List<string> { await secrets.OpenAsync(db, Webhook.SecretPurpose, webhook.Id, webhook.Secret, cancellationToken) };
        if (webhook.PreviousSecret is { } previous && webhook.PreviousSecretUntil > clock.GetUtcNow())
        {
            signing.Add(await secrets.OpenAsync(db, Webhook.SecretPurpose, webhook.Id, previous, cancellationToken));
        }

        var (id, body) = (WebhookBody.IdOf(delivery.MessageId), delivery.Body);
        return token => sender.SendAsync(new(webhook.Url), id, signing, body, token);
    }

    public async Task TurnOffAsync(PlatformDb db, WebhookDelivery delivery, SendResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == delivery.WebhookId, cancellationToken) is { } webhook)
        {
            db.Audit.Begin("DisableGoneWebhook", Actor.System, now);
            (webhook.Enabled, webhook.DisabledReason, webhook.UpdatedAt) = (false, "The receiver answered 410 Gone.", now);
            webhook.Version++;
        }
    }
}
