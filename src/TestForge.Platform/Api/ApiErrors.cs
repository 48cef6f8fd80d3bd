using Microsoft.AspNetCore.Http;

namespace TestForge.Platform.Api;

/// <summary>What can be wrong with any request.</summary>
internal static class ApiErrors
{
    public static ApiProblem Invalid(IReadOnlyDictionary<string, string[]> errors) =>
        new(StatusCodes.Status400BadRequest, "request.invalid", $"{errors.Count} fields have values that are not allowed. See errors.", errors);

    public static ApiProblem Invalid(string field, string message) => Invalid(new Dictionary<string, string[]> { [field] = [message] });

    public static ApiProblem Unreadable(int status, string detail) => status switch
    {
        StatusCodes.Status413PayloadTooLarge => new(status, "request.too_large", detail),
        StatusCodes.Status415UnsupportedMediaType => new(status, "request.unsupported_media_type", "The body has to be JSON. Send Content-Type: application/json."),
        _ => new(StatusCodes.Status400BadRequest, "request.unreadable", detail),
    };

    public static ApiProblem NotFound() => new(StatusCodes.Status404NotFound, "request.no_such_address", "There is nothing at this address. The addresses are described at /openapi/v1.json.");

    public static ApiProblem MethodNotAllowed() => new(StatusCodes.Status405MethodNotAllowed, "request.method_not_allowed", "The address does not know this method. See Allow in the answer.");

    public static ApiProblem TimedOut() => new(StatusCodes.Status504GatewayTimeout, "request.timeout", "The request took too long and was given up. Try again, or ask for less at once.");

    public static ApiProblem IfMatchRequired() =>
        new(StatusCodes.Status428PreconditionRequired, "request.if_match_required", "Say which version is changed: send If-Match with the ETag of what you read.");

    public static ApiProblem Stale() =>
        new(StatusCodes.Status412PreconditionFailed, "request.stale", "It was changed since you read it. Read it again and repeat the change with its new ETag.");

    public static ApiProblem Conflict() =>
        new(StatusCodes.Status409Conflict, "request.conflict", "The change contradicts what is there, such as a name that is taken. Read the list and try again with another value.");

    public static ApiProblem BadCursor() =>
        new(StatusCodes.Status400BadRequest, "request.bad_cursor", "The cursor is not one of ours. Follow links.next of the page before, or leave the cursor out to begin again.");

    public static ApiProblem DatabaseAway() =>
        new(StatusCodes.Status503ServiceUnavailable, "database.unreachable", "The server's database does not answer for now. Try again in a moment; a POST with its Idempotency-Key is carried out once.") { RetryAfter = 5 };

    public static ApiProblem SecretUnavailable(string code) =>
        new(StatusCodes.Status503ServiceUnavailable, code, "The server cannot encrypt or decrypt now, and it was logged why. Try again later; if it stays, tell the operator the traceId.") { RetryAfter = 30 };

    public static ApiProblem UnsupportedVersion(string version) =>
        new(StatusCodes.Status400BadRequest, "request.unsupported_version", $"This server has no version '{version}' of the API. It has {ApiVersions.Current}; leave api-version out to get it.");

    public static ApiProblem Ended(string instead) =>
        new(StatusCodes.Status410Gone, "request.ended", $"This operation has ended, as was told before in Sunset. Use {instead} instead.");

    public static ApiProblem Unexpected() =>
        new(StatusCodes.Status500InternalServerError, "server.unexpected", "Something went wrong on our side, and it was logged. Try again; if it stays, tell the operator the traceId.");
}
