using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class ReplayDelivery
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapPost("/{webhookId:guid}/deliveries/{deliveryId:guid}/replay", HandleAsync)
        .WithName(nameof(ReplayDelivery))
        .WithSummary("Send a message again that was delivered or given up, with the same id")
        .RequireAuthorization(Scopes.WebhooksWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<DeliveryResponse>, ApiProblem>> HandleAsync(Guid webhookId, Guid deliveryId, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == deliveryId && d.WebhookId == webhookId, cancellationToken) is not { } delivery)
        {
            return WebhookErrors.DeliveryNotFound(deliveryId);
        }

        if (delivery.Status == DeliveryStatus.Pending)
        {
            return WebhookErrors.NotEnded();
        }

        if (!await db.Webhooks.AnyAsync(w => w.Id == webhookId && w.Enabled, cancellationToken))
        {
            return WebhookErrors.Disabled();
        }

        await Deliveries.ReplayAsync(db, delivery, clock.GetUtcNow(), cancellationToken);
        return TypedResults.Accepted($"/api/v1/webhooks/{webhookId}/deliveries/{deliveryId}", DeliveryResponse.Of(delivery));
    }
}
