using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Access;

internal static class AccessErrors
{
    public static ApiProblem NoKey() =>
        new(StatusCodes.Status401Unauthorized, "access.no_key", "Say who you are: send Authorization: Bearer and an API key, which begins with tfk_.");

    public static ApiProblem BadKey() =>
        new(StatusCodes.Status401Unauthorized, "access.bad_key", "The API key is not valid: it is mistyped, has expired, or was revoked. Ask an owner of the tenant for another.");

    public static ApiProblem Forbidden(string scope) =>
        new(StatusCodes.Status403Forbidden, "access.forbidden", $"The API key lacks the scope {scope}. Use a key that has it.");

    public static ApiProblem KeyNotFound(Guid id) => new(StatusCodes.Status404NotFound, "access.key_not_found", $"There is no API key {id}.");

    public static ApiProblem MoreThanOwn(string scope) =>
        new(StatusCodes.Status403Forbidden, "access.more_than_own", $"A key cannot give what it does not have: {scope}. Leave the scope out, or use a key that has it.");
}
