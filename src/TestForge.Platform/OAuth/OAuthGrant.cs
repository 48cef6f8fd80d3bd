using OpenIddict.EntityFrameworkCore.Models;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>What a member let a program do: the family of all its tokens.</summary>
[NotPersonal("what a program was granted; the subject is an id of ours")]
internal sealed class OAuthGrant : OpenIddictEntityFrameworkCoreAuthorization<Guid, OAuthClient, OAuthToken>, ITenantOwned
{
    public TenantId TenantId { get; init; }
}
