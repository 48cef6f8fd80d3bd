using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Retention;

internal static class GetRetention
{
    public static void Map(IEndpointRouteBuilder retention) => retention
        .MapGet("", HandleAsync)
        .WithName(nameof(GetRetention))
        .WithSummary("Read for how many days runs, events, audit lines and deliveries are kept")
        .RequireAuthorization(Scopes.RetentionRead);

    private static async Task<Ok<RetentionResponse>> HandleAsync(PlatformDb db, IOptions<RetentionOptions> options, HttpContext http, CancellationToken cancellationToken)
    {
        var policy = await db.RetentionPolicies.AsNoTracking().SingleOrDefaultAsync(cancellationToken);
        ETags.Set(http, policy?.Version ?? 0);
        return TypedResults.Ok(RetentionResponse.Of(policy, options.Value));
    }
}
