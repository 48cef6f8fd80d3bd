namespace TestForge.Platform.Webhooks;

/// <summary>A delivery with what was sent, and what was answered each time.</summary>
internal sealed record DeliveryDetail(DeliveryResponse Delivery, string Body, IReadOnlyList<DeliveryDetail.Attempt> Attempts)
{
    public sealed record Attempt(DateTimeOffset At, int Milliseconds, int? StatusCode, string? Error, string? Response);
}
