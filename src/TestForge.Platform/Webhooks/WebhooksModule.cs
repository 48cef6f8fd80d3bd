using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace TestForge.Platform.Webhooks;

public static class WebhooksModule
{
    public static IServiceCollection AddWebhooks(this IServiceCollection services)
    {
        services.AddSingleton<WebhookSender>();
        services.AddSingleton<IDeliveryChannel, WebhookChannel>();
        services.AddHostedService<OutboxWorker>();
        services.AddHostedService<DeliveryWorker>();
        return services;
    }

    public static void MapWebhooks(this IEndpointRouteBuilder api)
    {
        var webhooks = api.MapGroup("/webhooks").WithTags("Webhooks");
        CreateWebhook.Map(webhooks);
        GetWebhook.Map(webhooks);
        ListWebhooks.Map(webhooks);
        UpdateWebhook.Map(webhooks);
        DeleteWebhook.Map(webhooks);
        RotateWebhookSecret.Map(webhooks);
        TestWebhook.Map(webhooks);
        ListDeliveries.Map(webhooks);
        GetDelivery.Map(webhooks);
        ReplayDelivery.Map(webhooks);
    }
}
