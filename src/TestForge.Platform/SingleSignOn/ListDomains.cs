using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.SingleSignOn;

internal static class ListDomains
{
    public static void Map(IEndpointRouteBuilder domains) => domains
        .MapGet("", HandleAsync)
        .WithName(nameof(ListDomains))
        .WithSummary("List the tenant's domains")
        .RequireAuthorization(Scopes.IdentityRead);

    private static Task<Results<Ok<Page<DomainResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.TenantDomains.AsNoTracking(), d => DomainResponse.Of(d), http, cancellationToken);
}
