using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Outbox;

namespace TestForge.Platform.Webhooks;

internal static class TestWebhook
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapPost("/{webhookId:guid}/test", HandleAsync)
        .WithName(nameof(TestWebhook))
        .WithSummary("Send a webhook.test message to a webhook")
        .RequireAuthorization(Scopes.WebhooksWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status409Conflict);

    private static async Task<Results<Accepted<DeliveryResponse>, ApiProblem>> HandleAsync(Guid webhookId, PlatformDb db, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == webhookId, cancellationToken) is not { } webhook)
        {
            return WebhookErrors.NotFound(webhookId);
        }

        if (!webhook.Enabled)
        {
            return WebhookErrors.Disabled();
        }

        var now = clock.GetUtcNow();
        var body = WebhookBody.Of(EventKinds.Test, now, """{"message":"This is a test from TestForge."}""");
        var delivery = await Deliveries.AddAsync(db, webhook.Id, Guid.CreateVersion7(now), EventKinds.Test, body, now, cancellationToken);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.Accepted($"/api/v1/webhooks/{webhookId}/deliveries/{delivery.Id}", DeliveryResponse.Of(delivery));
    }
}
