using OpenIddict.EntityFrameworkCore.Models;
using TestForge.Platform.Audit;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>A program of one tenant that asks for tokens.</summary>
[Audited]
[NotPersonal("a registered program")]
internal sealed class OAuthClient : OpenIddictEntityFrameworkCoreApplication<Guid, OAuthGrant, OAuthToken>, ITenantOwned
{
    public TenantId TenantId { get; init; }

    [Masked]
    public override string? ClientSecret { get; set; }
}
