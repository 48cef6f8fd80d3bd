using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Limits;

internal static class LimitErrors
{
    public static ApiProblem TooMany(int limit, int windowSeconds, int retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "request.too_many", $"More than {limit} requests in {windowSeconds} s. Wait {retryAfter} s, as Retry-After says, and ask less often.") { RetryAfter = retryAfter };

    public static ApiProblem Overloaded() =>
        new(StatusCodes.Status503ServiceUnavailable, "server.overloaded", "The server is at work on as many requests as it takes. Nothing was done. Try again after the time in Retry-After.") { RetryAfter = 1 };

    public static ApiProblem TooManyAtOnce() =>
        new(StatusCodes.Status429TooManyRequests, "request.too_many_at_once", "Too many requests of this tenant are being worked on at the same time. Nothing was done. Wait for answers before asking for more.") { RetryAfter = 1 };
}
