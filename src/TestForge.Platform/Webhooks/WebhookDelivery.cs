using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Webhooks;

/// <summary>One message for one webhook or notification.</summary>
internal sealed class WebhookDelivery : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The webhook; null when it is for a notification.</summary>
    public Guid? WebhookId { get; init; }

    /// <summary>The notification; null when it is for a webhook.</summary>
    public Guid? NotificationId { get; init; }

    /// <summary>The message; the same for every webhook and every attempt, so that a receiver can tell a repetition.</summary>
    public required Guid MessageId { get; init; }

    [NotPersonal("a word of ours")]
    public required string Kind { get; init; }

    /// <summary>The body as it is signed and sent.</summary>
    [PersonalData(PersonalKind.Observed, "to tell a receiver how a run ended")]
    public required string Body { get; init; }

    public DeliveryStatus Status { get; set; } = DeliveryStatus.Pending;

    public int Attempts { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>When it is tried next; null when it is not.</summary>
    public DateTimeOffset? NextAt { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
}
