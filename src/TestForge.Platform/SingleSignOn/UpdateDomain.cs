using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.SingleSignOn;

internal static class UpdateDomain
{
    /// <summary>Where people of a domain sign in, and whether only there.</summary>
    public sealed record Request(Guid? ProviderId, bool Enforced);

    public static void Map(IEndpointRouteBuilder domains) => domains
        .MapPut("/{domainId:guid}", HandleAsync)
        .WithName(nameof(UpdateDomain))
        .WithSummary("Say where people of a verified domain sign in. Needs If-Match with the version from the list, in quotes.")
        .RequireAuthorization(Scopes.IdentityWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<DomainResponse>, ApiProblem>> HandleAsync(Guid domainId, Request request, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.TenantDomains.SingleOrDefaultAsync(d => d.Id == domainId, cancellationToken) is not { } domain)
        {
            return IdentityErrors.DomainNotFound(domainId);
        }

        if (ETags.WhyNot(http, domain.Version) is { } stale)
        {
            return stale;
        }

        if (request.ProviderId is { } id)
        {
            if (domain.VerifiedAt is null)
            {
                return IdentityErrors.DomainNotVerified(domain.Name);
            }

            if (!await db.IdentityProviders.AnyAsync(p => p.Id == id, cancellationToken))
            {
                return IdentityErrors.ProviderNotFound(id);
            }
        }
        else if (request.Enforced)
        {
            return ApiErrors.Invalid("enforced", "Without a provider people could sign in nowhere.");
        }

        (domain.ProviderId, domain.Enforced) = (request.ProviderId, request.Enforced);
        domain.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, domain.Version);
        return TypedResults.Ok(DomainResponse.Of(domain));
    }
}
