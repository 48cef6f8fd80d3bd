using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

/// <summary>Knows a caller by an access token of ours. The signature says that we gave it out; the tenant's rows say whether it, its session and its member still are, so that what is revoked ends at once.</summary>
internal sealed class AccessTokens(TenantWork work, OAuthKeys keys, IOptions<AccessOptions> options, TimeProvider clock) : IAccessTokens
{
    private const string TokenId = "oi_tkn_id";
    private const int Longest = 8_192;

    private readonly JsonWebTokenHandler _handler = new() { MapInboundClaims = false, MaximumTokenSizeInBytes = Longest };

    public async Task<CallerIdentity?> KnowAsync(string text, CancellationToken cancellationToken)
    {
        if (text.Length > Longest || text.Count(c => c == '.') != 2)
        {
            return null;
        }

        var result = await _handler.ValidateTokenAsync(text, Parameters());
        if (!result.IsValid || result.SecurityToken is not JsonWebToken token
            || !TryGuid(token, OAuthClaims.Tenant, out var tenant) || !TryGuid(token, TokenId, out var id) || tenant == Guid.Empty)
        {
            return null;
        }

        var granted = token.TryGetPayloadValue<string>(OpenIddictConstants.Claims.Scope, out var scopes) ? scopes.Split(' ').Where(Scopes.All.Contains).ToArray() : [];
        return await (TryGuid(token, OAuthClaims.Session, out var session)
            ? MemberAsync(new(tenant), id, session, granted, cancellationToken)
            : ClientAsync(new(tenant), id, token.Subject, granted, cancellationToken));
    }

    private async Task<CallerIdentity?> MemberAsync(TenantId tenant, Guid tokenId, Guid sessionId, string[] granted, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var found = await work.ReadAsync(
            tenant,
            db => (from token in db.OAuthTokens.AsNoTracking()
                   where token.Id == tokenId && token.Status == OpenIddictConstants.Statuses.Valid
                   from session in db.Sessions.Where(s => s.Id == sessionId && s.RevokedAt == null && s.ExpiresAt > now)
                   from member in db.Memberships.Where(m => m.UserId == session.UserId)
                   from owner in db.Tenants
                   select new { session.UserId, member.Role, owner.AllowedNetworks }).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        return found is null ? null : new(tenant, ActorKind.Member, sessionId, found.UserId, found.Role, granted, found.AllowedNetworks);
    }

    private async Task<CallerIdentity?> ClientAsync(TenantId tenant, Guid tokenId, string clientId, string[] granted, CancellationToken cancellationToken)
    {
        var found = await work.ReadAsync(
            tenant,
            db => (from token in db.OAuthTokens.AsNoTracking()
                   where token.Id == tokenId && token.Status == OpenIddictConstants.Statuses.Valid
                   from client in db.OAuthClients.Where(c => c.ClientId == clientId)
                   from owner in db.Tenants
                   select new { client.Id, owner.AllowedNetworks }).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        return found is null ? null : new(tenant, ActorKind.Client, found.Id, null, null, granted, found.AllowedNetworks);
    }

    private TokenValidationParameters Parameters() => new()
    {
        IssuerSigningKeys = keys.Signing,
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        ValidTypes = ["at+jwt"],
        ValidAudience = OAuthClaims.Audience,
        ValidateIssuer = options.Value.PublicUrl is not null,
        ValidIssuer = options.Value.PublicUrl?.AbsoluteUri,
        RequireExpirationTime = true,
        LifetimeValidator = (_, expires, _, _) => expires > clock.GetUtcNow().UtcDateTime,
    };

    private static bool TryGuid(JsonWebToken token, string claim, out Guid id)
    {
        id = default;
        return token.TryGetPayloadValue<string>(claim, out var text) && Guid.TryParse(text, out id);
    }
}
