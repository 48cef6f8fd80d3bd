using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class GetDelivery
{
    public sealed record Attempt(DateTimeOffset At, int Milliseconds, int? StatusCode, string? Error, string? Response);

    public sealed record Response(DeliveryResponse Delivery, string Body, IReadOnlyList<Attempt> Attempts);

    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapGet("/{webhookId:guid}/deliveries/{deliveryId:guid}", HandleAsync)
        .WithName(nameof(GetDelivery))
        .WithSummary("Get a delivery: what was sent, and what was answered each time")
        .RequireAuthorization(Scopes.WebhooksRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Response>, ApiProblem>> HandleAsync(Guid webhookId, Guid deliveryId, PlatformDb db, CancellationToken cancellationToken)
    {
        if (await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deliveryId && d.WebhookId == webhookId, cancellationToken) is not { } delivery)
        {
            return WebhookErrors.DeliveryNotFound(deliveryId);
        }

        // As many as there are attempts at a delivery, and as often as it was replayed.
        var attempts = await db.WebhookAttempts.AsNoTracking().Where(a => a.DeliveryId == deliveryId).OrderByDescending(a => a.Id).Take(100)
            .Select(a => new Attempt(a.At, a.Milliseconds, a.StatusCode, a.Error, a.Response)).ToArrayAsync(cancellationToken);
        return TypedResults.Ok(new Response(DeliveryResponse.Of(delivery), delivery.Body, attempts));
    }
}
