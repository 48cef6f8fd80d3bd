using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

internal static class ReplayNotification
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapPost("/{notificationId:guid}/deliveries/{deliveryId:guid}/replay", HandleAsync)
        .WithName(nameof(ReplayNotification))
        .WithSummary("Send a message again that was delivered or given up")
        .RequireAuthorization(Scopes.NotificationsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<DeliveryResponse>, ApiProblem>> HandleAsync(Guid notificationId, Guid deliveryId, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == deliveryId && d.NotificationId == notificationId, cancellationToken) is not { } delivery)
        {
            return WebhookErrors.DeliveryNotFound(deliveryId);
        }

        if (delivery.Status == DeliveryStatus.Pending)
        {
            return WebhookErrors.NotEnded();
        }

        if (!await db.Notifications.AnyAsync(n => n.Id == notificationId && n.Enabled, cancellationToken))
        {
            return NotificationErrors.Disabled();
        }

        await Deliveries.ReplayAsync(db, delivery, clock.GetUtcNow(), cancellationToken);
        return TypedResults.Accepted($"/api/v1/notifications/{notificationId}/deliveries/{deliveryId}", DeliveryResponse.Of(delivery));
    }
}
