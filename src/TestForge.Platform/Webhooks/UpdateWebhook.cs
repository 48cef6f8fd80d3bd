using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Webhooks;

internal static class UpdateWebhook
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapPut("/{webhookId:guid}", HandleAsync)
        .WithName(nameof(UpdateWebhook))
        .WithSummary("Change a webhook, or turn it on or off. Needs If-Match with the ETag of what was read.")
        .RequireAuthorization(Scopes.WebhooksWrite)
        .ProducesProblem(StatusCodes.Status404NotFound)
        .ProducesProblem(StatusCodes.Status412PreconditionFailed)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity)
        .ProducesProblem(StatusCodes.Status428PreconditionRequired);

    private static async Task<Results<Ok<WebhookResponse>, ApiProblem>> HandleAsync(
        Guid webhookId,
        WebhookFields request,
        PlatformDb db,
        TargetGate gate,
        IOptions<EgressOptions> egress,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await db.Webhooks.SingleOrDefaultAsync(w => w.Id == webhookId, cancellationToken) is not { } webhook)
        {
            return WebhookErrors.NotFound(webhookId);
        }

        if ((ETags.WhyNot(http, webhook.Version) ?? await request.WhyNotAsync(gate, egress.Value, cancellationToken)) is { } problem)
        {
            return problem;
        }

        (webhook.Url, webhook.Description, webhook.Events) = (request.Url, request.Description, [.. request.Events.Distinct()]);
        (webhook.Enabled, webhook.DisabledReason, webhook.UpdatedAt) = (request.Enabled, null, clock.GetUtcNow());
        webhook.Version++;
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, webhook.Version);
        return TypedResults.Ok(WebhookResponse.Of(webhook));
    }
}
