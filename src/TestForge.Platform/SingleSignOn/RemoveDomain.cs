using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.SingleSignOn;

internal static class RemoveDomain
{
    public static void Map(IEndpointRouteBuilder domains) => domains
        .MapDelete("/{domainId:guid}", HandleAsync)
        .WithName(nameof(RemoveDomain))
        .WithSummary("Remove a domain; its people sign in by password again")
        .RequireAuthorization(Scopes.IdentityWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid domainId, PlatformDb db, CancellationToken cancellationToken)
    {
        if (await db.TenantDomains.SingleOrDefaultAsync(d => d.Id == domainId, cancellationToken) is not { } domain)
        {
            return IdentityErrors.DomainNotFound(domainId);
        }

        db.Remove(domain);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
