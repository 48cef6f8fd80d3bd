using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Webhooks;

/// <summary>One try to deliver.</summary>
internal sealed class WebhookAttempt : ITenantOwned
{
    public const int TextLength = 1_000;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid DeliveryId { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Milliseconds { get; init; }

    /// <summary>HTTP status of the answer; null when there was none.</summary>
    public int? StatusCode { get; init; }

    /// <summary>Why there was no answer.</summary>
    [PersonalData(PersonalKind.FreeText, "to say why a receiver was not reached")]
    public string? Error { get; init; }

    /// <summary>The beginning of the answer.</summary>
    [PersonalData(PersonalKind.FreeText, "to say what a receiver answered")]
    public string? Response { get; init; }
}
