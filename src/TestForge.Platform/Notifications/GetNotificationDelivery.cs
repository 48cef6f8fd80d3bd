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

internal static class GetNotificationDelivery
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapGet("/{notificationId:guid}/deliveries/{deliveryId:guid}", HandleAsync)
        .WithName(nameof(GetNotificationDelivery))
        .WithSummary("Get a delivery: what was told, and what was answered each time")
        .RequireAuthorization(Scopes.NotificationsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<DeliveryDetail>, ApiProblem>> HandleAsync(Guid notificationId, Guid deliveryId, PlatformDb db, CancellationToken cancellationToken) =>
        await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deliveryId && d.NotificationId == notificationId, cancellationToken) is { } delivery
            ? TypedResults.Ok(await Deliveries.DetailAsync(db, delivery, cancellationToken))
            : WebhookErrors.DeliveryNotFound(deliveryId);
}
