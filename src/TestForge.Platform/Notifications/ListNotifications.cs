using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Notifications;

internal static class ListNotifications
{
    public static void Map(IEndpointRouteBuilder notifications) => notifications
        .MapGet("", HandleAsync)
        .WithName(nameof(ListNotifications))
        .WithSummary("List notifications, newest first, without where they go")
        .RequireAuthorization(Scopes.NotificationsRead);

    private static Task<Results<Ok<Page<NotificationResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.Notifications.AsNoTracking(), n => NotificationResponse.Of(n), http, cancellationToken);
}
