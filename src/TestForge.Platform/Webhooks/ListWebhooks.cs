using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Webhooks;

internal static class ListWebhooks
{
    public static void Map(IEndpointRouteBuilder webhooks) => webhooks
        .MapGet("", HandleAsync)
        .WithName(nameof(ListWebhooks))
        .WithSummary("List webhooks, newest first")
        .RequireAuthorization(Scopes.WebhooksRead);

    private static Task<Results<Ok<Page<WebhookResponse>>, ApiProblem>> HandleAsync([AsParameters] PageQuery page, PlatformDb db, HttpContext http, CancellationToken cancellationToken) =>
        page.PageOfAsync(db.Webhooks.AsNoTracking(), w => WebhookResponse.Of(w), http, cancellationToken);
}
