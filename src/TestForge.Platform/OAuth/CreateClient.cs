using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using OpenIddict.Abstractions;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Tenancy;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace TestForge.Platform.OAuth;

internal static class CreateClient
{
    public const string SecretPrefix = "tfc_";

    public sealed record Request
    {
        [Required]
        [StringLength(100, MinimumLength = 1)]
        public required string Name { get; init; }

        /// <summary>Whether it runs where everybody could read a secret: on a desk, in a browser.</summary>
        public bool Public { get; init; }

        [Required]
        [MinLength(1)]
        [MaxLength(3)]
        public required IReadOnlyList<ClientFlow> Flows { get; init; }

        /// <summary>Where a browser comes back to: https, or http on the own machine.</summary>
        [MaxLength(20)]
        public IReadOnlyList<string> RedirectUris { get; init; } = [];

        [Required]
        [MinLength(1)]
        [MaxLength(100)]
        public required IReadOnlyList<string> Scopes { get; init; }
    }

    /// <summary>The secret is shown here and never again; null for a public client.</summary>
    public sealed record Response(ClientResponse Client, string? Secret);

    public static void Map(IEndpointRouteBuilder clients) => clients
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateClient))
        .WithSummary("Register a program that asks for tokens (OAuth 2). Its secret is shown in this answer and never again.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Access.Scopes.ClientsWrite);

    private static async Task<Results<Created<Response>, ApiProblem>> HandleAsync(
        Request request,
        PlatformDb db,
        TenantContext tenant,
        IOpenIddictApplicationManager manager,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (WhyNot(request, http) is { } problem)
        {
            return problem;
        }

        var clientId = ClientIdText.Of($"c{Guid.NewGuid():N}"[..13], tenant.Current);
        var descriptor = ClientDescriptor.Of(clientId, request.Name, request.Public, [.. request.Flows], request.RedirectUris.Select(u => new Uri(u)), request.Scopes);
        var secret = request.Public ? null : TenantToken.New(SecretPrefix, tenant.Current);
        descriptor.ClientSecret = secret;
        var client = (OAuthClient)await manager.CreateAsync(descriptor, cancellationToken);
        return TypedResults.Created($"/api/v1/clients/{client.Id}", new Response(ClientResponse.Of(client), secret));
    }

    private static ApiProblem? WhyNot(Request request, HttpContext http)
    {
        if (request.Scopes.Any(s => !Access.Scopes.All.Contains(s)))
        {
            return ApiErrors.Invalid("scopes", $"Allowed are: {string.Join(", ", Access.Scopes.All)}.");
        }

        // A program by itself has no role that would narrow its scopes.
        if (request.Scopes.FirstOrDefault(s => !http.User.HasClaim(Caller.ScopeClaim, s)) is { } missing)
        {
            return AccessErrors.MoreThanOwn(missing);
        }

        if (request.Public && request.Flows.Contains(ClientFlow.ClientCredentials))
        {
            return ApiErrors.Invalid("flows", "A public client has no secret, so it gets no tokens by itself.");
        }

        if (request.Flows.Contains(ClientFlow.AuthorizationCode) != (request.RedirectUris.Count > 0))
        {
            return ApiErrors.Invalid("redirectUris", "At least one is needed for authorization-code, and none for anything else.");
        }

        var bad = request.RedirectUris.FirstOrDefault(u => !IsRedirect(u));
        return bad is null ? null : ApiErrors.Invalid("redirectUris", "Each has to be a whole address without a fragment: https, or http on 127.0.0.1, [::1] or localhost.");
    }

    private static bool IsRedirect(string? text) =>
        text is { Length: < 500 } && Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Fragment.Length == 0 && url.UserInfo.Length == 0
        && (url.Scheme == Uri.UriSchemeHttps || (url.Scheme == Uri.UriSchemeHttp && url.IsLoopback));
}
