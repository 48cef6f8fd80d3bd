using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>Knows callers of the API by an API key or an access token. Both name their tenant.</summary>
internal sealed class BearerHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, ApiKeys keys, IAccessTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public const string SchemeName = "bearer";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();

        // The addresses of OAuth read tokens in their own way.
        if (!Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || !header.StartsWith("Bearer ", StringComparison.OrdinalIgnoreCase))
        {
            return AuthenticateResult.NoResult();
        }

        var text = header["Bearer ".Length..].Trim();
        var caller = text.StartsWith(ApiKeyText.Prefix, StringComparison.Ordinal) ? await keys.KnowAsync(text, Context.RequestAborted) : await tokens.KnowAsync(text, Context.RequestAborted);
        if (caller is null)
        {
            return AuthenticateResult.Fail("unknown, revoked or expired");
        }

        if (!caller.MayComeFrom(Context.Connection.RemoteIpAddress))
        {
            return AuthenticateResult.Fail(new AddressRefusedException());
        }

        Context.RequestServices.GetRequiredService<TenantContext>().Set(caller.Tenant);
        return AuthenticateResult.Success(new(caller.ToPrincipal(Scheme.Name), Scheme.Name));
    }

    protected override async Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        var result = await HandleAuthenticateOnceSafeAsync();
        if (result.Failure is AddressRefusedException)
        {
            await AccessErrors.AddressNotAllowed(Context.Connection.RemoteIpAddress).ExecuteAsync(Context);
            return;
        }

        Response.Headers.WWWAuthenticate = "Bearer";
        await (result.Failure is null ? AccessErrors.NoKey() : AccessErrors.BadKey()).ExecuteAsync(Context);
    }

    protected override Task HandleForbiddenAsync(AuthenticationProperties properties)
    {
        var scopes = Context.GetEndpoint()?.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(a => a.Policy).OfType<string>() ?? [];
        return AccessErrors.Forbidden(scopes.FirstOrDefault(s => !Context.User.HasClaim(Caller.ScopeClaim, s)) ?? scopes.FirstOrDefault() ?? "for this").ExecuteAsync(Context);
    }
}
