namespace TestForge.Platform.Webhooks;

/// <summary>A webhook as it may be shown: without its secret.</summary>
internal sealed record WebhookResponse(
    Guid Id,
    string Url,
    string Description,
    IReadOnlyList<string> Events,
    bool Enabled,
    string? DisabledReason,
    DateTimeOffset? PreviousSecretUntil,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version)
{
    public static WebhookResponse Of(Webhook w) => new(w.Id, w.Url, w.Description, w.Events, w.Enabled, w.DisabledReason, w.PreviousSecretUntil, w.CreatedAt, w.UpdatedAt, w.Version);
}
