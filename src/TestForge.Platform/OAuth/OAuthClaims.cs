using System.Security.Claims;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>What a token says.</summary>
internal static class OAuthClaims
{
    public const string Tenant = "tenant";
    public const string Session = "sid";

    /// <summary>Whom access tokens are for: this server's API.</summary>
    public const string Audience = "testforge";

    /// <summary>What a member lets a program do.</summary>
    public static ClaimsPrincipal ForMember(TenantId tenant, Guid user, string email, string name, Guid session, IEnumerable<string> scopes)
    {
        var identity = New(tenant, user.ToString(), scopes);
        identity.SetClaim(Session, session.ToString());
        identity.SetClaim(OpenIddictConstants.Claims.Email, email);
        identity.SetClaim(OpenIddictConstants.Claims.Name, name);
        return Finish(identity);
    }

    /// <summary>What a program may do by itself.</summary>
    public static ClaimsPrincipal ForClient(TenantId tenant, string clientId, IEnumerable<string> scopes) => Finish(New(tenant, clientId, scopes));

    /// <summary>Says anew which claims go where, which is not kept between tokens.</summary>
    public static ClaimsPrincipal Finish(ClaimsPrincipal principal)
    {
        principal.SetDestinations(DestinationsOf);
        return principal;
    }

    private static ClaimsPrincipal Finish(ClaimsIdentity identity) => Finish(new ClaimsPrincipal(identity));

    private static ClaimsIdentity New(TenantId tenant, string subject, IEnumerable<string> scopes)
    {
        var identity = new ClaimsIdentity(TokenValidationParameters.DefaultAuthenticationType, OpenIddictConstants.Claims.Name, OpenIddictConstants.Claims.Role);
        identity.SetClaim(OpenIddictConstants.Claims.Subject, subject);
        identity.SetClaim(Tenant, tenant.ToString());
        identity.SetScopes(scopes);
        identity.SetResources(Audience);
        return identity;
    }

    private static IEnumerable<string> DestinationsOf(Claim claim) => claim.Type switch
    {
        OpenIddictConstants.Claims.Subject or Tenant or Session => [OpenIddictConstants.Destinations.AccessToken, OpenIddictConstants.Destinations.IdentityToken],
        OpenIddictConstants.Claims.Email when claim.Subject!.HasScope(OpenIddictConstants.Scopes.Email) => [OpenIddictConstants.Destinations.IdentityToken],
        OpenIddictConstants.Claims.Name when claim.Subject!.HasScope(OpenIddictConstants.Scopes.Profile) => [OpenIddictConstants.Destinations.IdentityToken],
        _ => [],
    };
}
