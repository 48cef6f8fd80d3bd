using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace TestForge.Platform.Api;

/// <summary>Versions of rows as entity tags (RFC 9110, 8.8.3).</summary>
internal static class ETags
{
    public static string Of(int version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    public static void Set(HttpContext http, int version) => http.Response.Headers.ETag = Of(version);

    /// <summary>Why a change must not be made, or null when the caller has seen this version.</summary>
    public static ApiProblem? WhyNot(HttpContext http, int version)
    {
        var header = http.Request.Headers.IfMatch;
        if (StringValues.IsNullOrEmpty(header))
        {
            return ApiErrors.IfMatchRequired();
        }

        return EntityTagHeaderValue.TryParseList(header, out var tags) && tags.Any(t => !t.IsWeak && (t.Tag == "*" || t.Tag == Of(version))) ? null : ApiErrors.Stale();
    }
}
