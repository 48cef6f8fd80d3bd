using Microsoft.AspNetCore.Http;

namespace TestForge.Platform.Api;

/// <summary>An answer that does something first, once what the handler wrote is there for others to see.</summary>
internal sealed class AfterCommit(IResult answer, Action first) : IResult, IStatusCodeHttpResult
{
    public int? StatusCode => (answer as IStatusCodeHttpResult)?.StatusCode;

    public Task ExecuteAsync(HttpContext httpContext)
    {
        first();
        return answer.ExecuteAsync(httpContext);
    }
}
