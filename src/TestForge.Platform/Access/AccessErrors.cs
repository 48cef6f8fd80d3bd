using System.Net;
using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Access;

internal static class AccessErrors
{
    public static ApiProblem NoKey() =>
        new(StatusCodes.Status401Unauthorized, "access.no_key", "Say who you are: send Authorization: Bearer and an API key, which begins with tfk_, or an access token.");

    public static ApiProblem BadKey() =>
        new(StatusCodes.Status401Unauthorized, "access.bad_key", "The API key or access token is not valid: it is mistyped, has expired, or was revoked. Sign in again, or ask an owner of the tenant for another key.");

    public static ApiProblem Forbidden(string scope) =>
        new(StatusCodes.Status403Forbidden, "access.forbidden", $"The scope {scope} is missing here: the key or token lacks it, or the member's role does not have it. Use one that has it, or ask an admin of the tenant for another role.");

    public static ApiProblem AddressNotAllowed(IPAddress? address) =>
        new(StatusCodes.Status403Forbidden, "access.address_not_allowed", $"The tenant lets nobody in from {address}. Come from one of its networks, or ask an owner to add this one.");

    public static ApiProblem KeyNotFound(Guid id) => new(StatusCodes.Status404NotFound, "access.key_not_found", $"There is no API key {id}.");

    public static ApiProblem KeyEnded(Guid id) => new(StatusCodes.Status409Conflict, "access.key_ended", $"The API key {id} has expired, was revoked, or has been replaced already. Make a new one.");

    public static ApiProblem MoreThanOwn(string scope) =>
        new(StatusCodes.Status403Forbidden, "access.more_than_own", $"Nobody can give what they do not have: {scope}. Leave it out, or use a key or member that has it.");

    public static ApiProblem NoMember() =>
        new(StatusCodes.Status409Conflict, "access.no_member", "This is about a member's own account, and the key or token belongs to no member. Use one of a member's.");
}
