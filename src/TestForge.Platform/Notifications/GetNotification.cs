using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;

namespace TestForge.Platform.Notifications;

internal static class GetNotification
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapGet("/{notificationId:guid}", HandleAsync)
        .WithName(nameof(GetNotification))
        .WithSummary("Get a notification; of Slack's address the host alone")
        .RequireAuthorization(Scopes.NotificationsRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<NotificationResponse>, ApiProblem>> HandleAsync(Guid notificationId, PlatformDb db, SecretBox secrets, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == notificationId, cancellationToken) is not { } notification)
        {
            return NotificationErrors.NotFound(notificationId);
        }

        ETags.Set(http, notification.Version);
        return TypedResults.Ok(await NotificationResponse.OfAsync(notification, db, secrets, cancellationToken));
    }
}
