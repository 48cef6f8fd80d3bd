using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

public static class NotificationsModule
{
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddOptions<MailOptions>()
            .ValidateDataAnnotations()
            .Validate(o => o.Host is not { Length: > 0 } || o.From is { Length: > 0 }, "Mail__From is needed with Mail__Host.")
            .ValidateOnStart();
        services.AddSingleton<SlackSender>();
        services.AddSingleton<MailSender>();
        services.AddSingleton<NotificationGate>();
        services.AddSingleton<IDeliveryChannel, NotificationChannel>();
        return services;
    }

    public static void MapNotifications(this IEndpointRouteBuilder api)
    {
        var notifications = api.MapGroup("/notifications").WithTags("Notifications");
        CreateNotification.Map(notifications);
        GetNotification.Map(notifications);
        ListNotifications.Map(notifications);
        UpdateNotification.Map(notifications);
        DeleteNotification.Map(notifications);
        TestNotification.Map(notifications);
        ListNotificationDeliveries.Map(notifications);
        GetNotificationDelivery.Map(notifications);
        ReplayNotification.Map(notifications);
    }
}
