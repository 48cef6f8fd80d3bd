using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Access;

internal static class RevokeKey
{
    public static void Map(IEndpointRouteBuilder keys) => keys
        .MapDelete("/{keyId:guid}", HandleAsync)
        .WithName(nameof(RevokeKey))
        .WithSummary("Revoke an API key at once")
        .RequireAuthorization(Scopes.KeysWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid keyId, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        var key = await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == keyId, cancellationToken);
        if (key is null)
        {
            return AccessErrors.KeyNotFound(keyId);
        }

        key.RevokedAt ??= clock.GetUtcNow();
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
