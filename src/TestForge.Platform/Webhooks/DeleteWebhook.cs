using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class DeleteWebhook
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapDelete("/{webhookId:guid}", HandleAsync)
        .WithName(nameof(DeleteWebhook))
        .WithSummary("Delete a webhook and the log of its deliveries. What was still to be sent is not sent.")
        .RequireAuthorization(Scopes.WebhooksWrite)
        .ProducesProblem(StatusCodes.Status404NotFound);

    private static async Task<Results<NoContent, ApiProblem>> HandleAsync(Guid webhookId, PlatformDb db, CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == webhookId, cancellationToken) is not { } webhook)
        {
            return WebhookErrors.NotFound(webhookId);
        }

        db.Webhooks.Remove(webhook);
        await db.SaveChangesAsync(cancellationToken);
        return TypedResults.NoContent();
    }
}
