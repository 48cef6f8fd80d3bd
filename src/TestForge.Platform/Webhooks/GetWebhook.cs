using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class GetWebhook
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapGet("/{webhookId:guid}", HandleAsync)
        .WithName(nameof(GetWebhook))
        .WithSummary("Get a webhook, without its secret")
        .RequireAuthorization(Scopes.WebhooksRead)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<Ok<WebhookResponse>, ApiProblem>> HandleAsync(Guid webhookId, PlatformDb db, HttpContext http, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.AsNoTracking().SingleOrDefaultAsync(w => w.Id == webhookId, cancellationToken) is not { } webhook)
        {
            return WebhookErrors.NotFound(webhookId);
        }

        ETags.Set(http, webhook.Version);
        return TypedResults.Ok(WebhookResponse.Of(webhook));
    }
}
