using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.SingleSignOn;

internal static class UpdateProvider
{
    public static void Map(IEndpointRouteBuilder providers) => providers
        .MapPut("/{providerId:guid}", HandleAsync)
        .WithName(nameof(UpdateProvider))
        .WithSummary("Change an identity provider. Needs If-Match with the version from the list, in quotes.")
        .RequireAuthorization(Scopes.IdentityWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<ProviderResponse>, ApiProblem>> HandleAsync(
        Guid providerId,
        ProviderFields request,
        PlatformDb db,
        SecretBox secrets,
        ProviderDescriptions descriptions,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.IdentityProviders.SingleOrDefaultAsync(p => p.Id == providerId, cancellationToken) is not { } provider)
        {
            return IdentityErrors.ProviderNotFound(providerId);
        }

        if ((ETags.WhyNot(http, provider.Version) ?? await request.WhyNotAsync(descriptions, http, cancellationToken)) is { } problem)
        {
            return problem;
        }

        if (request.Issuer != provider.Issuer)
        {
            // Subjects of another issuer are other people; and it must not be sent the secret of the one before.
            db.RemoveRange(await db.ExternalLogins.Where(l => l.ProviderId == providerId).ToListAsync(cancellationToken));
            if (request.ClientSecret is null)
            {
                return ApiErrors.Invalid("clientSecret", "Another issuer needs a secret of its own.");
            }
        }

        (provider.Name, provider.Issuer, provider.ClientId) = (request.Name, request.Issuer, request.ClientId);
        (provider.GroupsClaim, provider.GroupRoles, provider.DefaultRole) = (request.GroupsClaim, request.GroupRoles.ToDictionary(), request.DefaultRole);
        if (request.ClientSecret is { } secret)
        {
            provider.ClientSecret = await secrets.SealAsync(db, ExternalSignIn.SecretPurpose, providerId, secret, cancellationToken);
        }

        provider.UpdatedAt = clock.GetUtcNow();
        provider.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, provider.Version);
        return TypedResults.Ok(ProviderResponse.Of(provider));
    }
}
