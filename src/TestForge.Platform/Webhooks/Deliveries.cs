using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Webhooks;

internal static class Deliveries
{
    public const string WorkKind = "webhook";

    /// <summary>Adds a delivery and the work of making it.</summary>
    public static async Task<WebhookDelivery> AddAsync(PlatformDb db, Guid webhook, Guid message, string kind, string body, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var delivery = new WebhookDelivery { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, WebhookId = webhook, MessageId = message, Kind = kind, Body = body, CreatedAt = now, NextAt = now };
        db.WebhookDeliveries.Add(delivery);
        await WorkQueue.AddAsync(db, WorkKind, delivery.TenantId, delivery.Id, now, cancellationToken);
        return delivery;
    }
}
