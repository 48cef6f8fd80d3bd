using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class GetDelivery
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapGet("/{webhookId:guid}/deliveries/{deliveryId:guid}", HandleAsync)
        .WithName(nameof(GetDelivery))
        .WithSummary("Get a delivery: what was sent, and what was answered each time")
        .RequireAuthorization(Scopes.WebhooksRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<DeliveryDetail>, ApiProblem>> HandleAsync(Guid webhookId, Guid deliveryId, PlatformDb db, CancellationToken cancellationToken)
    {
        if (await db.WebhookDeliveries.AsNoTracking().SingleOrDefaultAsync(d => d.Id == deliveryId && d.WebhookId == webhookId, cancellationToken) is not { } delivery)
        {
            return WebhookErrors.DeliveryNotFound(deliveryId);
        }

        return TypedResults.Ok(await Deliveries.DetailAsync(db, delivery, cancellationToken));
    }
}
