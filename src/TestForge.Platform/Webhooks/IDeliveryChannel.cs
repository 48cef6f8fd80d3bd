using TestForge.Platform.Data;
using TestForge.Platform.Outbox;

namespace TestForge.Platform.Webhooks;

/// <summary>One way of telling others: it says who wants a message, and sends it. Retries and the log of deliveries are the same for all.</summary>
internal interface IDeliveryChannel
{
    /// <summary>Adds a delivery for everybody who wants a message.</summary>
    Task RouteAsync(PlatformDb db, OutboxMessage message, DateTimeOffset now, CancellationToken cancellationToken);

    /// <summary>Whether a delivery goes this way.</summary>
    bool Carries(WebhookDelivery delivery);

    /// <summary>Reads what is needed for an attempt, in a transaction. Returns the attempt itself, which is made outside of it, or null when the receiver is gone or turned off.</summary>
    Task<Func<CancellationToken, Task<SendResult>>?> PrepareAsync(PlatformDb db, WebhookDelivery delivery, CancellationToken cancellationToken);

    /// <summary>Turns the receiver off, because it says that it is gone for good.</summary>
    Task TurnOffAsync(PlatformDb db, WebhookDelivery delivery, SendResult result, DateTimeOffset now, CancellationToken cancellationToken);
}
