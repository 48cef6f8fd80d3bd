using Microsoft.AspNetCore;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.Server.AspNetCore;
using TestForge.Platform.Access;
using TestForge.Platform.Data;

namespace TestForge.Platform.OAuth;

/// <summary>Gives out tokens for what the token server has found in order, if the tenant, the session and the member are still what they were.</summary>
internal static class TokenEndpoint
{
    private const int SweptAtOnce = 20;

    // Codes and tokens are looked at a while longer, to tell those that were used twice.
    private static readonly TimeSpan KeptAfterEnd = TimeSpan.FromDays(1);

    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost("/connect/token", HandleAsync).ExcludeFromDescription();

    private static async Task<IResult> HandleAsync(HttpContext http, PlatformDb db, IOptions<AccessOptions> options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var request = http.GetOpenIddictServerRequest() ?? throw new InvalidOperationException("The request did not pass the token server.");
        var now = clock.GetUtcNow();
        await SweepAsync(db, now, cancellationToken);
        var networks = await db.Tenants.AsNoTracking().Select(t => t.AllowedNetworks).SingleAsync(cancellationToken);
        if (!Networks.Allow(networks, http.Connection.RemoteIpAddress))
        {
            return AuthorizeEndpoint.Refuse(OpenIddictConstants.Errors.AccessDenied, "The tenant lets nobody in from this address.");
        }

        if (request.IsClientCredentialsGrantType())
        {
            var client = await db.OAuthClients.AsNoTracking().SingleAsync(c => c.ClientId == request.ClientId, cancellationToken);
            var scopes = request.GetScopes() is { IsEmpty: false } asked ? asked : [.. ClientDescriptor.ScopesOf(ClientResponse.ListOf(client.Permissions))];
            return SignIn(OAuthClaims.ForClient(db.CurrentTenant, request.ClientId!, scopes));
        }

        var result = await http.AuthenticateAsync(OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);
        if (result.Principal is not { } principal || !Guid.TryParse(principal.GetClaim(OAuthClaims.Session), out var sessionId)
            || await db.Sessions.Where(s => s.Id == sessionId && s.RevokedAt == null && s.ExpiresAt > now && db.Memberships.Any(m => m.UserId == s.UserId)).SingleOrDefaultAsync(cancellationToken) is not { } session)
        {
            return AuthorizeEndpoint.Refuse(OpenIddictConstants.Errors.InvalidGrant, "The session has ended. Sign in again.");
        }

        var until = now.AddDays(options.Value.RefreshTokenDays);
        await db.Sessions.Where(s => s.Id == session.Id).ExecuteUpdateAsync(s => s.SetProperty(x => x.LastSeenAt, now).SetProperty(x => x.ExpiresAt, until), cancellationToken);
        return SignIn(OAuthClaims.Finish(principal));
    }

    private static SignInHttpResult SignIn(System.Security.Claims.ClaimsPrincipal principal) => TypedResults.SignIn(principal, authenticationScheme: OpenIddictServerAspNetCoreDefaults.AuthenticationScheme);

    // A little at each request, so that what has ended does not pile up.
    private static Task<int> SweepAsync(PlatformDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var before = (now - KeptAfterEnd).UtcDateTime;
        return db.OAuthTokens.Where(t => t.ExpirationDate < before).OrderBy(t => t.ExpirationDate).Take(SweptAtOnce).ExecuteDeleteAsync(cancellationToken);
    }
}
