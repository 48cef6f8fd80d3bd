using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Webhooks;

internal static class WebhookErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "webhooks.not_found", $"There is no webhook {id}.");

    public static ApiProblem DeliveryNotFound(Guid id) => new(StatusCodes.Status404NotFound, "webhooks.delivery_not_found", $"This webhook has no delivery {id}.");

    public static ApiProblem AddressRefused(string why) =>
        new(StatusCodes.Status422UnprocessableEntity, "webhooks.address_refused", $"This server sends nothing there: {why}. Give an address that everybody can reach.");

    public static ApiProblem TooMany(int most) => new(StatusCodes.Status409Conflict, "webhooks.too_many", $"A tenant has {most} webhooks at most. Delete one that is no longer used.");

    public static ApiProblem NotEnded() => new(StatusCodes.Status409Conflict, "webhooks.not_ended", "The delivery is still being tried. Wait until it is delivered or dead.");

    public static ApiProblem Disabled() => new(StatusCodes.Status409Conflict, "webhooks.disabled", "The webhook is turned off. Turn it on first.");
}
