using System.ComponentModel;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Mvc;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class ListDeliveries
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapGet("/{webhookId:guid}/deliveries", HandleAsync)
        .WithName(nameof(ListDeliveries))
        .WithSummary("List a webhook's deliveries, newest first")
        .RequireAuthorization(Scopes.WebhooksRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<Page<DeliveryResponse>>, ApiProblem>> HandleAsync(
        Guid webhookId,
        [FromQuery(Name = "status"), Description("pending, delivered or dead; all when left out.")] string? status,
        [AsParameters] PageQuery page,
        PlatformDb db,
        HttpContext http,
        CancellationToken cancellationToken) =>
        await db.Webhooks.AnyAsync(w => w.Id == webhookId, cancellationToken)
            ? await Deliveries.PageAsync(db.WebhookDeliveries.AsNoTracking().Where(d => d.WebhookId == webhookId), status, page, http, cancellationToken)
            : WebhookErrors.NotFound(webhookId);
}
