using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Which member a subject of a provider is. Addresses change hands; a provider's subjects do not.</summary>
internal sealed class ExternalLogin : ITenantOwned
{
    public const int SubjectLength = 255;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProviderId { get; init; }

    [PersonalData(PersonalKind.Online, "to know a person who comes from an identity provider")]
    public required string Subject { get; init; }

    public required Guid UserId { get; init; }
}
