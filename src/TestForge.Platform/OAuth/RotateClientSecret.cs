using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using OpenIddict.Abstractions;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.OAuth;

internal static class RotateClientSecret
{
    public static void Map(IEndpointRouteBuilder clients) => clients
        .MapPost("/{clientId:guid}/secret", HandleAsync)
        .WithName(nameof(RotateClientSecret))
        .WithSummary("Give a client a new secret; the one before is no good from now on. It is shown in this answer and never again.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.ClientsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Ok<CreateClient.Response>, ApiProblem>> HandleAsync(
        Guid clientId,
        PlatformDb db,
        TenantContext tenant,
        IOpenIddictApplicationManager manager,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.OAuthClients.SingleOrDefaultAsync(c => c.Id == clientId, cancellationToken) is not { } client)
        {
            return ClientErrors.NotFound(clientId);
        }

        if (client.ClientType == OpenIddictConstants.ClientTypes.Public)
        {
            return ClientErrors.IsPublic();
        }

        if (ClientResponse.Of(client).Scopes.FirstOrDefault(s => !http.User.HasClaim(Caller.ScopeClaim, s)) is { } missing)
        {
            return AccessErrors.MoreThanOwn(missing);
        }

        var secret = TenantToken.New(CreateClient.SecretPrefix, tenant.Current);
        await ((OpenIddict.Core.OpenIddictApplicationManager<OAuthClient>)manager).UpdateAsync(client, secret, cancellationToken);
        return TypedResults.Ok(new CreateClient.Response(ClientResponse.Of(client), secret));
    }
}
