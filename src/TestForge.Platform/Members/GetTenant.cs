using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Members;

internal static class GetTenant
{
    public static void Map(IEndpointRouteBuilder tenant) => tenant
        .MapGet("", HandleAsync)
        .WithName(nameof(GetTenant))
        .WithSummary("Read the caller's own tenant")
        .RequireAuthorization(Scopes.TenantRead);

    private static async Task<Ok<TenantResponse>> HandleAsync(PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        var tenant = await db.Tenants.AsNoTracking().SingleAsync(cancellationToken);
        ETags.Set(http, tenant.Version);
        return TypedResults.Ok(TenantResponse.Of(tenant));
    }
}
