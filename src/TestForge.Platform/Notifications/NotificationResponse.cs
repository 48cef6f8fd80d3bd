using TestForge.Platform.Data;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Notifications;

/// <summary>A notification as it may be shown.</summary>
internal sealed record NotificationResponse(
    Guid Id,
    Guid? ProjectId,
    string Name,
    NotificationKind Kind,
    NotificationTrigger Trigger,
    IReadOnlyList<string>? Address,
    bool Enabled,
    string? DisabledReason,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    int Version)
{
    /// <summary>Without where it goes.</summary>
    public static NotificationResponse Of(Notification n) => new(n.Id, n.ProjectId, n.Name, n.Kind, n.Trigger, null, n.Enabled, n.DisabledReason, n.CreatedAt, n.UpdatedAt, n.Version);

    /// <summary>With what may be shown of where it goes.</summary>
    public static async Task<NotificationResponse> OfAsync(Notification n, PlatformDb db, SecretBox secrets, CancellationToken cancellationToken) =>
        Of(n) with { Address = NotificationAddress.Read(await secrets.OpenAsync(db, Notification.SecretPurpose, n.Id, n.Address, cancellationToken)).Shown() };
}
