using OpenIddict.EntityFrameworkCore.Models;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>A code or token that was given out, and whether it still counts. The token itself is not kept.</summary>
[NotPersonal("a token; the subject is an id of ours")]
internal sealed class OAuthToken : OpenIddictEntityFrameworkCoreToken<Guid, OAuthClient, OAuthGrant>, ITenantOwned
{
    public TenantId TenantId { get; init; }
}
