using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Access;
using TestForge.Platform.Data;

namespace TestForge.Platform.Quotas;

internal static class GetQuota
{
    /// <param name="Kind">What is counted.</param>
    /// <param name="Used">What was used: in this month by UTC where the kind says so.</param>
    /// <param name="Most">The most; null when there is no end.</param>
    public sealed record Item(QuotaKind Kind, long Used, long? Most);

    public sealed record Response(IReadOnlyList<Item> Items);

    public static void Map(IEndpointRouteBuilder quota) => quota
        .MapGet("", HandleAsync)
        .WithName(nameof(GetQuota))
        .WithSummary("Read how much the tenant may use, and has used")
        .RequireAuthorization(Scopes.UsageRead);

    private static async Task<Ok<Response>> HandleAsync(PlatformDb db, Quotas quotas, CancellationToken cancellationToken)
    {
        var (most, used) = (await quotas.MostAsync(db, cancellationToken), await quotas.UsedAsync(db, cancellationToken));
        return TypedResults.Ok(new Response([.. Enum.GetValues<QuotaKind>().Select(k => new Item(k, used[k], most[k]))]));
    }
}
