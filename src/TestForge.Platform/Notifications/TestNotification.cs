using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Outbox;
using TestForge.Platform.Runs;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

internal static class TestNotification
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapPost("/{notificationId:guid}/test", HandleAsync)
        .WithName(nameof(TestNotification))
        .WithSummary("Send a made-up message to a notification")
        .RequireAuthorization(Scopes.NotificationsWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<DeliveryResponse>, ApiProblem>> HandleAsync(Guid notificationId, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == notificationId, cancellationToken) is not { } notification)
        {
            return NotificationErrors.NotFound(notificationId);
        }

        if (!notification.Enabled)
        {
            return NotificationErrors.Disabled();
        }

        var now = clock.GetUtcNow();
        var news = new RunNews { RunId = Guid.Empty, Project = "A test from TestForge", Environment = "none", Target = "none", Status = RunStatus.Passed };
        var delivery = await NotificationChannel.AddAsync(db, notificationId, Guid.CreateVersion7(now), EventKinds.Test, news, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/v1/notifications/{notificationId}/deliveries/{delivery.Id}", DeliveryResponse.Of(delivery));
    }
}
