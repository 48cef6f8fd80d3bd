using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.SingleSignOn;

internal static class DeleteProvider
{
    public static void Map(IEndpointRouteBuilder providers) => providers
        .MapDelete("/{providerId:guid}", HandleAsync)
        .WithName(nameof(DeleteProvider))
        .WithSummary("Remove an identity provider that no domain leads to")
        .RequireAuthorization(Scopes.IdentityWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid providerId, PlatformDb db, CancellationToken cancellationToken)
    {
        if (await db.IdentityProviders.SingleOrDefaultAsync(p => p.Id == providerId, cancellationToken) is not { } provider)
        {
            return IdentityErrors.ProviderNotFound(providerId);
        }

        if (await db.TenantDomains.Where(d => d.ProviderId == providerId).Select(d => d.Name).FirstOrDefaultAsync(cancellationToken) is { } domain)
        {
            return IdentityErrors.ProviderInUse(domain);
        }

        db.RemoveRange(await db.ExternalLogins.Where(l => l.ProviderId == providerId).ToListAsync(cancellationToken));
        db.Remove(provider);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
