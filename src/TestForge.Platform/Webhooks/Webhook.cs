using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Webhooks;

/// <summary>An address of a tenant that is told what happens.</summary>
[Audited]
internal sealed class Webhook : ITenantOwned
{
    public const int UrlLength = 2_000;
    public const int DescriptionLength = 500;
    public const string SecretPurpose = "webhook.secret";

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    [PersonalData(PersonalKind.FreeText, "to tell a receiver; may hold a name")]
    public required string Url { get; set; }

    [PersonalData(PersonalKind.FreeText, "to tell webhooks apart")]
    public string Description { get; set; } = "";

    /// <summary>Kinds of events it is told of; none means all.</summary>
    [NotPersonal("words of ours")]
    public required List<string> Events { get; set; }

    public bool Enabled { get; set; } = true;

    /// <summary>Why it was turned off, when nobody did that on purpose.</summary>
    [NotPersonal("words of ours")]
    public string? DisabledReason { get; set; }

    /// <summary>What signs its messages, encrypted.</summary>
    [Masked]
    [NotPersonal("a random secret, encrypted")]
    public required byte[] Secret { get; set; }

    /// <summary>The secret before, which signs too until it ends, so that the receiver can change over in peace.</summary>
    [Masked]
    [NotPersonal("a random secret, encrypted")]
    public byte[]? PreviousSecret { get; set; }

    public DateTimeOffset? PreviousSecretUntil { get; set; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public int Version { get; set; } = 1;

    public bool Wants(string kind) => Enabled && (Events.Count == 0 || Events.Contains(kind));
}
