using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Accounts;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Members;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Lets members in by their tenant's own provider: authorization code with PKCE, state and nonce, and makes whoever is new a member.</summary>
internal sealed class ExternalSignIn(TenantWork work, ProviderHttp http, ProviderDescriptions descriptions, IdentityTokens tokens, SecretBox secrets, Sessions sessions, IOptions<AccessOptions> options, TimeProvider clock)
{
    public const string CallbackPath = "/account/sso/callback";
    public const string SecretPurpose = "identity.client_secret";

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10);

    /// <summary>Where to send the browser, and what it has to bring back; null when there is no such provider.</summary>
    /// <exception cref="ProviderException">The provider cannot be asked.</exception>
    public async Task<(string Url, SignInState State)?> BeginAsync(TenantId tenant, Guid providerId, string back, HttpRequest request, CancellationToken cancellationToken)
    {
        if (await ProviderAsync(tenant, providerId, cancellationToken) is not { } provider)
        {
            return null;
        }

        var description = await descriptions.OfAsync(provider.Issuer, anew: false, cancellationToken);
        var state = new SignInState(tenant.Value, providerId, Random(), Random(), Random(), back, clock.GetUtcNow() + Longest);
        var query = QueryString.Create(new Dictionary<string, string?>
        {
            ["response_type"] = "code",
            ["client_id"] = provider.ClientId,
            ["redirect_uri"] = Callback(request),
            ["scope"] = "openid email profile",
            ["state"] = state.State,
            ["nonce"] = state.Nonce,
            ["code_challenge"] = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(state.Verifier))),
            ["code_challenge_method"] = "S256",
        });
        var start = description.Authorize.AbsoluteUri;
        return (start + (description.Authorize.Query.Length > 0 ? "&" + query.Value![1..] : query.Value), state);
    }

    /// <summary>The browser's token, or null when the tenant lets nobody in from there.</summary>
    /// <exception cref="ProviderException">The provider's word is not good, or the person is not let in.</exception>
    public async Task<string?> CompleteAsync(SignInState state, string code, HttpContext context, CancellationToken cancellationToken)
    {
        var tenant = new TenantId(state.Tenant);
        var provider = await ProviderAsync(tenant, state.Provider, cancellationToken) ?? throw new ProviderException("The provider is not set up any more.");
        var description = await descriptions.OfAsync(provider.Issuer, anew: false, cancellationToken);
        var secret = await work.ReadAsync(tenant, db => secrets.OpenAsync(db, SecretPurpose, provider.Id, provider.ClientSecret, cancellationToken), cancellationToken);
        var answer = await http.PostAsync(
            description.Token,
            new Dictionary<string, string>
            {
                ["grant_type"] = "authorization_code",
                ["code"] = code,
                ["redirect_uri"] = Callback(context.Request),
                ["client_id"] = provider.ClientId,
                ["client_secret"] = secret,
                ["code_verifier"] = state.Verifier,
            },
            cancellationToken);
        var text = answer.TryGetProperty("id_token", out var token) && token.ValueKind == System.Text.Json.JsonValueKind.String ? token.GetString()! : throw new ProviderException("It gave no identity token.");
        var identity = await tokens.ReadAsync(text, provider, state.Nonce, cancellationToken);
        return await work.WriteAsync(tenant, db => LetInAsync(db, provider, identity, context, cancellationToken), cancellationToken);
    }

    private async Task<string?> LetInAsync(PlatformDb db, IdentityProvider provider, ExternalIdentity identity, HttpContext context, CancellationToken cancellationToken)
    {
        var domain = EmailText.DomainOf(identity.Email);
        if (!await db.TenantDomains.AnyAsync(d => d.Name == domain && d.VerifiedAt != null && d.ProviderId == provider.Id, cancellationToken))
        {
            throw new ProviderException($"The domain {domain} is not one that the tenant has shown to be its own and leads to this provider.");
        }

        if (!Networks.Allow((await db.Tenants.AsNoTracking().SingleAsync(cancellationToken)).AllowedNetworks, context.Connection.RemoteIpAddress))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var role = GroupRoles.Of(provider, identity.Groups) ?? throw new ProviderException("None of the person's groups has a role here.");
        var login = await db.ExternalLogins.SingleOrDefaultAsync(l => l.ProviderId == provider.Id && l.Subject == identity.Subject, cancellationToken);
        var known = login?.UserId ?? await db.Users.Where(u => u.Email == identity.Email).Select(u => (Guid?)u.Id).SingleOrDefaultAsync(cancellationToken);
        var member = known is null ? null : await db.Memberships.SingleOrDefaultAsync(m => m.UserId == known, cancellationToken);
        db.Audit.Begin("SignInWithProvider", Caller.ActorOf(context, ActorKind.Member, known), now);
        member ??= await Users.JoinAsync(db, identity.Email, identity.Name, role, now, cancellationToken);
        if (login is null)
        {
            db.Add(new ExternalLogin { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, ProviderId = provider.Id, Subject = identity.Subject, UserId = member.UserId });
        }

        // The provider's groups are the last word, except that a tenant keeps an owner.
        if (known is not null && provider.GroupRoles.Count > 0 && member.Role != role && !await Owners.IsLastAsync(db, member, cancellationToken))
        {
            member.Role = role;
            member.Version++;
        }

        var token = sessions.Add(db, member.UserId, context);
        await db.SaveChangesAsync(cancellationToken);
        return token;
    }

    private Task<IdentityProvider?> ProviderAsync(TenantId tenant, Guid id, CancellationToken cancellationToken) =>
        work.ReadAsync(tenant, db => db.IdentityProviders.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, cancellationToken), cancellationToken);

    private string Callback(HttpRequest request) => (options.Value.PublicUrl?.AbsoluteUri ?? $"{request.Scheme}://{request.Host}{request.PathBase}").TrimEnd('/') + CallbackPath;

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
