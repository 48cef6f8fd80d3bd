using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Notifications;

internal static class NotificationErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "notifications.not_found", $"There is no notification {id}.");

    public static ApiProblem NoMail() =>
        new(StatusCodes.Status422UnprocessableEntity, "notifications.no_mail", "This server sends no e-mail: its operator has set no mail server. Use Slack or a webhook.");

    public static ApiProblem Stranger(string address) =>
        new(StatusCodes.Status422UnprocessableEntity, "notifications.stranger", $"{address} is no member of the tenant. Mail goes to members, and to domains that the operator has named.");

    public static ApiProblem TooMany(int most) => new(StatusCodes.Status409Conflict, "notifications.too_many", $"A tenant has {most} notifications at most. Delete one that is no longer used.");

    public static ApiProblem Disabled() => new(StatusCodes.Status409Conflict, "notifications.disabled", "The notification is turned off. Turn it on first.");
}
