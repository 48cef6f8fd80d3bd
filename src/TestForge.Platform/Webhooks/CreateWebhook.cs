using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Projects;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Webhooks;

internal static class CreateWebhook
{
    private const int MostOfTenant = 50;

    public sealed record Response(WebhookResponse Webhook, string Secret);

    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapPost("", HandleAsync)
        .WithName(nameof(CreateWebhook))
        .WithSummary("Create a webhook. The secret that signs its messages is shown in this answer and never again.")
        .WithMetadata(new SecretAnswer())
        .RequireAuthorization(Scopes.WebhooksWrite)
        .ProducesProblem(StatusCodes.Status409Conflict)
        .ProducesProblem(StatusCodes.Status422UnprocessableEntity);

    private static async Task<Results<Created<Response>, ApiProblem>> HandleAsync(
        WebhookFields request,
        PlatformDb db,
        TenantContext tenant,
        TargetGate gate,
        IOptions<EgressOptions> egress,
        SecretBox secrets,
        TimeProvider clock,
        HttpContext http,
        CancellationToken cancellationToken)
    {
        if (await request.WhyNotAsync(gate, egress.Value, cancellationToken) is { } problem)
        {
            return problem;
        }

        if (await db.Webhooks.CountAsync(cancellationToken) >= MostOfTenant)
        {
            return WebhookErrors.TooMany(MostOfTenant);
        }

        var now = clock.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var secret = WebhookSecret.New();
        var webhook = new Webhook
        {
            Id = id,
            TenantId = tenant.Current,
            Url = request.Url,
            Description = request.Description,
            Events = [.. request.Events.Distinct()],
            Enabled = request.Enabled,
            Secret = await secrets.SealAsync(db, Webhook.SecretPurpose, id, secret, cancellationToken),
            CreatedAt = now,
            UpdatedAt = now,
        };
        db.Webhooks.Add(webhook);
        await db.SaveChangesAsync(cancellationToken);
        ETags.Set(http, webhook.Version);
        return TypedResults.Created($"/api/v1/webhooks/{id}", new Response(WebhookResponse.Of(webhook), secret));
    }
}
