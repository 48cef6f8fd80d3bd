using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using OpenIddict.EntityFrameworkCore.Models;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using TestForge.Platform.Access;
using TestForge.Platform.Data;

namespace TestForge.Platform.OAuth;

public static class OAuthModule
{
    public static IServiceCollection AddOAuth(this IServiceCollection services)
    {
        services.AddSingleton<OAuthKeys>();
        services.AddSingleton<IAccessTokens, AccessTokens>();
        services.AddSingleton<OAuthServerSetup>();
        services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(provider => provider.GetRequiredService<OAuthServerSetup>());
        services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(provider => provider.GetRequiredService<OAuthServerSetup>());
        services.AddOptions<OpenIddictServerAspNetCoreOptions>().Configure<IOptions<AccessOptions>>((server, access) => server.DisableTransportSecurityRequirement = access.Value.AllowHttp);
        services.AddOpenIddict()
            .AddCore(core => core
                .DisableEntityCaching()
                .UseEntityFrameworkCore()
                .UseDbContext<PlatformDb>()
                .ReplaceDefaultEntities<OAuthClient, OAuthGrant, OpenIddictEntityFrameworkCoreScope<Guid>, OAuthToken, Guid>())
            .AddServer(Configure);
        return services;
    }

    /// <summary>Comes before authentication, in which the token server does its work.</summary>
    public static void UseOAuth(this IApplicationBuilder app) => app.UseMiddleware<OAuthRequests>();

    public static void MapOAuth(this IEndpointRouteBuilder api)
    {
        var clients = api.MapGroup("/clients").WithTags("OAuth clients");
        CreateClient.Map(clients);
        ListClients.Map(clients);
        RotateClientSecret.Map(clients);
        DeleteClient.Map(clients);
    }

    /// <summary>What programs and browsers of members ask, outside of the API.</summary>
    public static void MapOAuthPages(this IEndpointRouteBuilder routes)
    {
        AuthorizeEndpoint.Map(routes);
        VerifyEndpoint.Map(routes);
        TokenEndpoint.Map(routes);
    }

    private static void Configure(OpenIddictServerBuilder server)
    {
        server
            .SetAuthorizationEndpointUris(AuthorizeEndpoint.Path)
            .SetTokenEndpointUris("/connect/token")
            .SetDeviceAuthorizationEndpointUris("/connect/device")
            .SetEndUserVerificationEndpointUris(OAuthRequests.VerifyPath)
            .SetIntrospectionEndpointUris("/connect/introspect")
            .SetRevocationEndpointUris("/connect/revoke")
            .AllowAuthorizationCodeFlow()
            .AllowClientCredentialsFlow()
            .AllowDeviceAuthorizationFlow()
            .AllowRefreshTokenFlow()
            .RequireProofKeyForCodeExchange()
            .RegisterScopes([.. Scopes.All, OpenIddictConstants.Scopes.Email, OpenIddictConstants.Scopes.Profile])

            // A client has the scopes that its own row lists; there is no table of scopes.
            .DisableScopeValidation()

            // Whoever has the public key can read an access token, and the API needs nothing else.
            .DisableAccessTokenEncryption()

            // A refresh token is good once. That it comes again means that somebody else has it, and its whole family ends.
            .SetRefreshTokenReuseLeeway(TimeSpan.Zero)
            .UseAspNetCore()
            .EnableAuthorizationEndpointPassthrough()
            .EnableTokenEndpointPassthrough()
            .EnableEndUserVerificationEndpointPassthrough();
        server.Configure(options =>
        {
            options.CodeChallengeMethods.Clear();
            options.CodeChallengeMethods.Add(OpenIddictConstants.CodeChallengeMethods.Sha256);
        });
    }
}
