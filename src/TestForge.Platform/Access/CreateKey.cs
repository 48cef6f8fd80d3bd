using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

internal static class CreateKey
{
    private const int MostScopes = 100;

    public sealed record Request
    {
        [Required]
        [StringLength(ApiKey.NameLength, MinimumLength = 1)]
        public required string Name { get; init; }

        [Required]
        [MinLength(1)]
        [MaxLength(MostScopes)]
        public required IReadOnlyList<string> Scopes { get; init; }

        public DateTimeOffset? ExpiresAt { get; init; }

        /// <summary>Whether the key acts for the caller's member, and may no more than that member's role and ends with it. Otherwise it is the tenant's.</summary>
        public bool Personal { get; init; }
    }

    public sealed record Response(Guid Id, string Name, string Key, IReadOnlyList<string> Scopes, DateTimeOffset? ExpiresAt, Guid? UserId);

    public static void Map(IEndpointRouteBuilder keys) => keys
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateKey))
        .WithSummary("Make an API key. It is shown in this answer and never again.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.KeysWrite)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Created<Response>, ApiProblem>> HandleAsync(Request request, ClaimsPrincipal user, PlatformDb db, TenantContext tenant, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (request.Scopes.FirstOrDefault(s => !Scopes.All.Contains(s)) is not null)
        {
            return ApiErrors.Invalid("scopes", $"Allowed are: {string.Join(", ", Scopes.All)}.");
        }

        if (request.Scopes.FirstOrDefault(s => !user.HasClaim(Caller.ScopeClaim, s)) is { } missing)
        {
            return AccessErrors.MoreThanOwn(missing);
        }

        if (request.ExpiresAt <= clock.GetUtcNow())
        {
            return ApiErrors.Invalid("expiresAt", "The time is past.");
        }

        if (request.Personal && Caller.UserOf(user) is null)
        {
            return AccessErrors.NoMember();
        }

        var (key, text) = Make(tenant.Current, request.Name, request.Scopes, request.ExpiresAt, clock, request.Personal ? Caller.UserOf(user) : null);
        db.ApiKeys.Add(key);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Created($"/api/v1/keys/{key.Id}", new Response(key.Id, key.Name, text, key.Scopes, key.ExpiresAt, key.UserId));
    }

    /// <summary>Why the caller must not hold a key that acts for this member, or null: nobody acts for another.</summary>
    public static ApiProblem? WhyNotFor(ClaimsPrincipal caller, Guid? owner) => owner is null || owner == Caller.UserOf(caller) ? null : AccessErrors.MoreThanOwn("another member's key");

    /// <summary>A new key and its text, which is not kept.</summary>
    public static (ApiKey Key, string Text) Make(TenantId tenant, string name, IEnumerable<string> scopes, DateTimeOffset? expiresAt, TimeProvider clock, Guid? user = null)
    {
        var text = ApiKeyText.New(tenant);
        var now = clock.GetUtcNow();
        return (new()
        {
            Id = Guid.CreateVersion7(now),
            TenantId = tenant,
            Name = name,
            Hash = ApiKeyText.Hash(text),
            Tail = text[^ApiKeyText.TailLength..],
            Scopes = [.. scopes.Distinct()],
            CreatedAt = now,
            ExpiresAt = expiresAt?.ToUniversalTime(),
            UserId = user,
        }, text);
    }
}
