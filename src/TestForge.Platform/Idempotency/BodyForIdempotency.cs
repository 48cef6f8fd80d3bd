using Microsoft.AspNetCore.Http;

namespace TestForge.Platform.Idempotency;

/// <summary>Keeps the body of a request that may come again, so that it can be compared after it was read.</summary>
internal sealed class BodyForIdempotency(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext http)
    {
        if (HttpMethods.IsPost(http.Request.Method) && http.Request.Headers.ContainsKey(IdempotencyFilter.Header))
        {
            http.Request.EnableBuffering();
        }

        return next(http);
    }
}
