using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.OAuth;

internal static class ListClients
{
    public static void Map(IEndpointRouteBuilder clients) => clients
        .MapGet("", HandleAsync)
        .WithName(nameof(ListClients))
        .WithSummary("List the tenant's OAuth clients, newest first")
        .RequireAuthorization(Scopes.ClientsRead);

    private static Task<Results<Ok<Page<ClientResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.OAuthClients.AsNoTracking(), c => ClientResponse.Of(c), http, cancellationToken);
}
