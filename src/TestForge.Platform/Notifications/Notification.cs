using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Notifications;

/// <summary>Where people of a tenant are told how runs ended: a channel of Slack, or mail boxes.</summary>
[Audited]
internal sealed class Notification : ITenantOwned
{
    public const int NameLength = 100;
    public const string SecretPurpose = "notification.address";

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>The project it is about; null for all of the tenant.</summary>
    public Guid? ProjectId { get; init; }

    [PersonalData(PersonalKind.FreeText, "to tell notifications apart")]
    public required string Name { get; set; }

    public required NotificationKind Kind { get; init; }

    public required NotificationTrigger Trigger { get; set; }

    /// <summary>The webhook of Slack, or the addresses of people, as JSON, encrypted: who has the first may write into the channel.</summary>
    [Masked]
    [PersonalData(PersonalKind.Contact, "to send to; encrypted")]
    public required byte[] Address { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>Why it was turned off, when nobody did that on purpose.</summary>
    [NotPersonal("words of ours")]
    public string? DisabledReason { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; } = 1;
}
