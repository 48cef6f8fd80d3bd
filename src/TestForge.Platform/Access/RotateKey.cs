using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;

namespace TestForge.Platform.Access;

internal static class RotateKey
{
    public sealed record Request
    {
        /// <summary>How long the old key still counts, in hours; 0 ends it at once.</summary>
        [Range(0, 24 * 30)]
        public int OverlapHours { get; init; } = 24;

        /// <summary>When the new key expires; null: after as long as the old one was given, or never.</summary>
        public DateTimeOffset? ExpiresAt { get; init; }
    }

    public static void Map(IEndpointRouteBuilder keys) => keys
        .MapPost("/{keyId:guid}/rotate", HandleAsync)
        .WithName(nameof(RotateKey))
        .WithSummary("Make a key in place of another, which counts for a while longer. It is shown in this answer and never again.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.KeysWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<CreateKey.Response>, ApiProblem>> HandleAsync(Guid keyId, Request request, PlatformDb db, TimeProvider clock, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == keyId, cancellationToken) is not { } old)
        {
            return AccessErrors.KeyNotFound(keyId);
        }

        var now = clock.GetUtcNow();
        if (old.RevokedAt is not null || old.ExpiresAt <= now || old.ReplacedBy is not null)
        {
            return AccessErrors.KeyEnded(keyId);
        }

        if (request.ExpiresAt <= now)
        {
            return ApiErrors.Invalid("expiresAt", "The time is past.");
        }

        // A key may renew itself; whoever renews another must be able to make it.
        if (old.Id != Caller.Of(http.User) && old.Scopes.FirstOrDefault(s => !http.User.HasClaim(Caller.ScopeClaim, s)) is { } missing)
        {
            return AccessErrors.MoreThanOwn(missing);
        }

        if (CreateKey.WhyNotFor(http.User, old.UserId) is { } problem)
        {
            return problem;
        }

        var (key, text) = CreateKey.Make(old.TenantId, old.Name, old.Scopes, request.ExpiresAt ?? (old.ExpiresAt is { } end ? now + (end - old.CreatedAt) : null), clock, old.UserId);
        db.ApiKeys.Add(key);
        var last = now.AddHours(request.OverlapHours);
        old.ExpiresAt = old.ExpiresAt < last ? old.ExpiresAt : last;
        old.ReplacedBy = key.Id;
        old.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/keys/{key.Id}", new CreateKey.Response(key.Id, key.Name, text, key.Scopes, key.ExpiresAt, key.UserId));
    }
}
