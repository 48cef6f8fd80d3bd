using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Notifications;

internal static class DeleteNotification
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapDelete("/{notificationId:guid}", HandleAsync)
        .WithName(nameof(DeleteNotification))
        .WithSummary("Delete a notification and the log of its deliveries. What was still to be sent is not sent.")
        .RequireAuthorization(Scopes.NotificationsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid notificationId, PlatformDb db, CancellationToken cancellationToken)
    {
        if (await db.Notifications.SingleOrDefaultAsync(n => n.Id == notificationId, cancellationToken) is not { } notification)
        {
            return NotificationErrors.NotFound(notificationId);
        }

        db.Notifications.Remove(notification);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
