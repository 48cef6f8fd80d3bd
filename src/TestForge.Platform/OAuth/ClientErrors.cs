using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.OAuth;

internal static class ClientErrors
{
    public static ApiProblem NotFound(Guid id) => new(StatusCodes.Status404NotFound, "clients.not_found", $"There is no client {id}.");

    public static ApiProblem IsPublic() =>
        new(StatusCodes.Status409Conflict, "clients.is_public", "A public client has no secret: it runs where everybody could read it. Make a confidential one for a program on a server.");
}
