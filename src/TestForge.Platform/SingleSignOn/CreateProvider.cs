using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

internal static class CreateProvider
{
    public static void Map(IEndpointRouteBuilder providers) => providers
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateProvider))
        .WithSummary("Set up the tenant's own OpenID provider. It is asked for its description at once.")
        .RequireAuthorization(Scopes.IdentityWrite)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<ProviderResponse>, ApiProblem>> HandleAsync(
        ProviderFields request,
        PlatformDb db,
        TenantContext tenant,
        SecretBox secrets,
        ProviderDescriptions descriptions,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (request.ClientSecret is not { } secret)
        {
            return ApiErrors.Invalid("clientSecret", "A new provider needs it.");
        }

        if (await request.WhyNotAsync(descriptions, http, cancellationToken) is { } problem)
        {
            return problem;
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var provider = new IdentityProvider
        {
            Id = id,
            TenantId = tenant.Current,
            Name = request.Name,
            Issuer = request.Issuer,
            ClientId = request.ClientId,
            ClientSecret = await secrets.SealAsync(db, ExternalSignIn.SecretPurpose, id, secret, cancellationToken),
            GroupsClaim = request.GroupsClaim,
            GroupRoles = request.GroupRoles.ToDictionary(),
            DefaultRole = request.DefaultRole,
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Add(provider);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, provider.Version);
        return TypedResults.Created($"/api/v1/identity-providers/{id}", ProviderResponse.Of(provider));
    }
}
