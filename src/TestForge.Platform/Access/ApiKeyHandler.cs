using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>Knows a caller by an API key. The key names its tenant, so that even the look at the list of keys is fenced to that tenant.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, TenantWork work, TimeProvider clock)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "api-key";

    // The list shows it by the minute; a write for every request would cost more than it tells.
    private static readonly TimeSpan LastUsePrecision = TimeSpan.FromMinutes(1);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var text = header["Bearer ".Length..].Trim();
        if (!ApiKeyText.TryRead(text, out var tenant))
        {
            return AuthenticateResult.Fail("no key of ours");
        }

        var hash = ApiKeyText.Hash(text);
        var key = await work.ReadAsync(tenant, db => db.ApiKeys.AsNoTracking().SingleOrDefaultAsync(k => k.Hash == hash, Context.RequestAborted), Context.RequestAborted);
        var now = clock.GetUtcNow();
        if (key is null || key.RevokedAt is not null || key.ExpiresAt <= now)
        {
            return AuthenticateResult.Fail("unknown, revoked or expired");
        }

        if (key.LastUsedAt is null || now - key.LastUsedAt >= LastUsePrecision)
        {
            await work.WriteAsync(tenant, db => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAt, now), Context.RequestAborted), Context.RequestAborted);
        }

        Context.RequestServices.GetRequiredService<TenantContext>().Set(tenant);
        var claims = key.Scopes.Select(s => new Claim(Caller.ScopeClaim, s)).Prepend(new(Caller.KeyClaim, key.Id.ToString()));
        return AuthenticateResult.Success(new(new(new ClaimsIdentity(claims, Scheme.Name)), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.Headers.WWWAuthenticate = "Bearer";
        var result = await HandleAuthenticateOnceSafeAsync();
        await (result.Failure is null ? AccessErrors.NoKey() : AccessErrors.BadKey()).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scopes = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>() ?? [];
        return AccessErrors.Forbidden(scopes.FirstOrDefault(s => !Context.User.HasClaim(Caller.ScopeClaim, s)) ?? "for this").ExecuteAsync(Context);
    }
}
