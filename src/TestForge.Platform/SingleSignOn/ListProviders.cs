using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.SingleSignOn;

internal static class ListProviders
{
    public static void Map(IEndpointRouteBuilder providers) => providers
        .MapGet("", HandleAsync)
        .WithName(nameof(ListProviders))
        .WithSummary("List the tenant's identity providers")
        .RequireAuthorization(Scopes.IdentityRead);

    private static Task<Results<Ok<Page<ProviderResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.IdentityProviders.AsNoTracking(), p => ProviderResponse.Of(p), http, cancellationToken);
}
