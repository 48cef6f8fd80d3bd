namespace TestForge.Platform.Webhooks;

/// <summary>A delivery as it is listed.</summary>
internal sealed record DeliveryResponse(Guid Id, Guid MessageId, string Kind, DeliveryStatus Status, int Attempts, DateTimeOffset CreatedAt, DateTimeOffset? NextAt, DateTimeOffset? EndedAt)
{
    public static DeliveryResponse Of(WebhookDelivery d) => new(d.Id, d.MessageId, d.Kind, d.Status, d.Attempts, d.CreatedAt, d.NextAt, d.EndedAt);
}
