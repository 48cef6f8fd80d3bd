using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Webhooks;

internal static class RotateWebhookSecret
{
    public sealed record Request
    {
        /// <summary>Hours for which the secret before signs too, 0 to 168.</summary>
        [Range(0, 168)]
        public int OverlapHours { get; init; } = 24;
    }

    public sealed record Response(string Secret, DateTimeOffset? PreviousSecretUntil);

    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapPost("/{webhookId:guid}/secret", HandleAsync)
        .WithName(nameof(RotateWebhookSecret))
        .WithSummary("Give a webhook a new secret. Messages carry both signatures until the one before ends.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.WebhooksWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid webhookId, Request request, PlatformDb db, SecretBox secrets, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == webhookId, cancellationToken) is not { } webhook)
        {
            return WebhookErrors.NotFound(webhookId);
        }

        var now = clock.GetUtcNow();
        var secret = WebhookSecret.New();
        var overlaps = request.OverlapHours > 0;
        webhook.PreviousSecret = overlaps ? webhook.Secret : null;
        webhook.PreviousSecretUntil = overlaps ? now.AddHours(request.OverlapHours) : null;
        webhook.Secret = await secrets.SealAsync(db, Webhook.SecretPurpose, webhook.Id, secret, cancellationToken);
        webhook.UpdatedAt = now;
        webhook.Version++;
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Ok(new Response(secret, webhook.PreviousSecretUntil));
    }
}
