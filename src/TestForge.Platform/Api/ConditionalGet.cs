using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace TestForge.Platform.Api;

/// <summary>Gives every JSON answer to a GET an entity tag, and says 304 when the caller has the same answer already (RFC 9110, 13.1.2).</summary>
internal sealed class ConditionalGet : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var result = await next(context);
        if (!HttpMethods.IsGet(context.HttpContext.Request.Method))
        {
            return result;
        }

        var inner = result is INestedHttpResult nested ? nested.Result : result as IResult;
        return inner is IValueHttpResult { Value: { } value } and IStatusCodeHttpResult { StatusCode: StatusCodes.Status200OK } ? new Answer(value) : result;
    }

    private sealed class Answer(object value) : IResult, IStatusCodeHttpResult
    {
        public int? StatusCode => StatusCodes.Status200OK;

        public async Task ExecuteAsync(HttpContext httpContext)
        {
            var body = JsonSerializer.SerializeToUtf8Bytes(value, value.GetType(), httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions);
            var response = httpContext.Response;

            // Where there is a version, that is the tag; else what the answer says.
            if (response.Headers.ETag.Count == 0)
            {
                response.Headers.ETag = $"W/\"{Convert.ToHexStringLower(SHA256.HashData(body)[..16])}\"";
            }

            response.Headers.CacheControl = "private, no-cache";
            if (Has(httpContext.Request, response.Headers.ETag!))
            {
                response.StatusCode = StatusCodes.Status304NotModified;
                return;
            }

            response.ContentType = "application/json; charset=utf-8";
            response.ContentLength = body.Length;
            await response.Body.WriteAsync(body, httpContext.RequestAborted);
        }

        // Weak comparison, as RFC 9110 asks for here.
        private static bool Has(HttpRequest request, string tag) =>
            EntityTagHeaderValue.TryParse(tag, out var own)
            && EntityTagHeaderValue.TryParseList(request.Headers.IfNoneMatch, out var known)
            && known.Any(k => k.Tag == "*" || k.Compare(own, useStrongComparison: false));
    }
}
