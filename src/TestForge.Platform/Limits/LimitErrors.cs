using Microsoft.AspNetCore.Http;
using TestForge.Platform.Api;

namespace TestForge.Platform.Limits;

internal static class LimitErrors
{
    public static ApiProblem TooMany(int limit, int windowSeconds, int retryAfter) =>
        new(StatusCodes.Status429TooManyRequests, "request.too_many", $"More than {limit} requests in {windowSeconds} s. Wait {retryAfter} s, as Retry-After says, and ask less often.") { RetryAfter = retryAfter };
}
