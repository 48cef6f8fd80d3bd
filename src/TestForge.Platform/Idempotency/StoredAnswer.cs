using Microsoft.AspNetCore.Http;

namespace TestForge.Platform.Idempotency;

/// <summary>An answer as it was first given.</summary>
internal sealed class StoredAnswer(IdempotencyRecord record, bool again) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => record.Status;

    public string Body { get; init; } = record.Body;

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = record.Status;
        response.Headers.Location = record.Location;
        response.Headers.ETag = record.ETag;
        if (again)
        {
            response.Headers["Idempotency-Replayed"] = "true";
        }

        if (Body.Length > 0)
        {
            response.ContentType = "application/json; charset=utf-8";
            await response.WriteAsync(Body, httpContext.RequestAborted);
        }
    }
}
