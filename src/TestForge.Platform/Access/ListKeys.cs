using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Access;

internal static class ListKeys
{
    public static void Map(IEndpointRouteBuilder keys) => keys
        .MapGet("", HandleAsync)
        .WithName(nameof(ListKeys))
        .WithSummary("List the tenant's API keys, without what they are")
        .RequireAuthorization(Scopes.KeysRead);

    private static Task<Results<Ok<Page<KeyResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.ApiKeys.AsNoTracking(), KeyResponse.Selector, http, cancellationToken);
}
