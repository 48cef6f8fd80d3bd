using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.SingleSignOn;

internal static class VerifyDomain
{
    public static void Map(IEndpointRouteBuilder domains) => domains
        .MapPost("/{domainId:guid}/verify", HandleAsync)
        .WithName(nameof(VerifyDomain))
        .WithSummary("Look for the record that shows that a domain is the tenant's own")
        .RequireAuthorization(Scopes.IdentityWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Ok<DomainResponse>, ApiProblem>> HandleAsync(Guid domainId, PlatformDb db, IDomainRecords records, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.TenantDomains.SingleOrDefaultAsync(d => d.Id == domainId, cancellationToken) is not { } domain)
        {
            return IdentityErrors.DomainNotFound(domainId);
        }

        if (domain.VerifiedAt is null)
        {
            var (record, text) = (DomainResponse.RecordNameOf(domain.Name), DomainResponse.RecordTextOf(domain.Challenge));
            if (!(await records.TxtAsync(record, cancellationToken)).Contains(text, StringComparer.Ordinal))
            {
                return IdentityErrors.RecordMissing(record, text);
            }

            domain.VerifiedAt = clock.GetUtcNow();
            domain.Version++;
            await db.SaveChangesAsync(cancellationToken);
        }

        ETags.Set(http, domain.Version);
        return TypedResults.Ok(DomainResponse.Of(domain));
    }
}
