using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Access;

internal static class UpdateKey
{
    public sealed record Request
    {
        [Required]
        [StringLength(ApiKey.NameLength, MinimumLength = 1)]
        public required string Name { get; init; }

        /// <summary>Null: it does not expire.</summary>
        public DateTimeOffset? ExpiresAt { get; init; }
    }

    public static void Map(IEndpointRouteBuilder keys) => keys
        .MapPut("/{keyId:guid}", HandleAsync)
        .WithName(nameof(UpdateKey))
        .WithSummary("Change the name and the end of an API key. Needs If-Match with the version from the list, in quotes.")
        .RequireAuthorization(Scopes.KeysWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<KeyResponse>, ApiProblem>> HandleAsync(Guid keyId, Request request, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == keyId, cancellationToken) is not { } key)
        {
            return AccessErrors.KeyNotFound(keyId);
        }

        if (ETags.WhyNot(http, key.Version) is { } stale)
        {
            return stale;
        }

        var now = clock.GetUtcNow();
        if (key.RevokedAt is not null || key.ExpiresAt <= now || key.ReplacedBy is not null)
        {
            // What has ended does not begin again, and what is being replaced ends when that was said.
            return AccessErrors.KeyEnded(keyId);
        }

        if (request.ExpiresAt <= now)
        {
            return ApiErrors.Invalid("expiresAt", "The time is past. To end a key now, delete it.");
        }

        if (key.Scopes.FirstOrDefault(s => !http.User.HasClaim(Caller.ScopeClaim, s)) is { } missing)
        {
            return AccessErrors.MoreThanOwn(missing);
        }

        (key.Name, key.ExpiresAt) = (request.Name, request.ExpiresAt?.ToUniversalTime());
        key.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, key.Version);
        return TypedResults.Ok(KeyResponse.Of(key));
    }
}
