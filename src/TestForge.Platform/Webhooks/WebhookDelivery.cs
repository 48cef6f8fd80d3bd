using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Webhooks;

/// <summary>One message for one webhook.</summary>
internal sealed class WebhookDelivery : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid WebhookId { get; init; }

    /// <summary>The message; the same for every webhook and every attempt, so that a receiver can tell a repetition.</summary>
    public required Guid MessageId { get; init; }

    public required string Kind { get; init; }

    /// <summary>The body as it is signed and sent.</summary>
    public required string Body { get; init; }

    public DeliveryStatus Status { get; set; } = DeliveryStatus.Pending;

    public int Attempts { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
