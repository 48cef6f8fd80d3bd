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

internal static class UpdateNotification
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapPut("/{notificationId:guid}", HandleAsync)
        .WithName(nameof(UpdateNotification))
        .WithSummary("Change a notification, or turn it on or off. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.NotificationsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<NotificationResponse>, ApiProblem>> HandleAsync(
        Guid notificationId,
        NotificationFields request,
        PlatformDb db,
        NotificationGate gate,
        SecretBox secrets,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.Notifications.SingleOrDefaultAsync(n => n.Id == notificationId, cancellationToken) is not { } notification)
        {
            return NotificationErrors.NotFound(notificationId);
        }

        if ((ETags.WhyNot(http, notification.Version) ?? await request.WhyNotAsync(notification.Kind, db, gate, cancellationToken)) is { } problem)
        {
            return problem;
        }

        (notification.Name, notification.Trigger, notification.Enabled, notification.DisabledReason) = (request.Name, request.Trigger, request.Enabled, null);
        notification.Address = await secrets.SealAsync(db, Notification.SecretPurpose, notificationId, request.ToAddress().ToText(), cancellationToken);
        notification.UpdatedAt = clock.GetUtcNow();
        notification.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, notification.Version);
        return TypedResults.Ok(NotificationResponse.Of(notification) with { Address = request.ToAddress().Shown() });
    }
}
