using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using Microsoft.AspNetCore.Mvc;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

internal static class ListNotificationDeliveries
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapGet("/{notificationId:guid}/deliveries", HandleAsync)
        .WithName(nameof(ListNotificationDeliveries))
        .WithSummary("List a notification's deliveries, newest first")
        .RequireAuthorization(Scopes.NotificationsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<DeliveryResponse>>, ApiProblem>> HandleAsync(
        Guid notificationId,
        [FromQuery(Name = "status"), Description("pending, delivered or dead; all when left out.")] string? status,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken) =>
        await db.Notifications.AnyAsync(n => n.Id == notificationId, cancellationToken)
            ? await Deliveries.PageAsync(db.WebhookDeliveries.AsNoTracking().Where(d => d.NotificationId == notificationId), status, page, http, cancellationToken)
            : NotificationErrors.NotFound(notificationId);
}
