using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace TestForge.Platform.Api;

/// <summary>
/// The version of the API that is asked for, by the header <c>api-version</c> or the parameter <c>v</c> of a media type in Accept, and what
/// callers are told of versions and of operations that will end.
/// </summary>
internal sealed class ApiVersions(RequestDelegate next, TimeProvider clock)
{
    public const string Current = "1.0";
    public const string RequestHeader = "api-version";
    public const string SupportedHeader = "api-supported-versions";

    private const string Parameter = "v";

    public Task InvokeAsync(HttpContext http)
    {
        if (!http.Request.Path.StartsWithSegments("/api"))
        {
            return next(http);
        }

        http.Response.Headers[SupportedHeader] = Current;
        if (http.GetEndpoint()?.Metadata.GetMetadata<Deprecation>() is { } ending)
        {
            Tell(http.Response.Headers, ending);
            if (ending.Sunset.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc) <= clock.GetUtcNow().UtcDateTime)
            {
                return ApiErrors.Ended(ending.Instead).ExecuteAsync(http);
            }
        }

        return Asked(http.Request).FirstOrDefault(v => v is not ("1" or Current)) is { } unknown
            ? ApiErrors.UnsupportedVersion(unknown).ExecuteAsync(http)
            : next(http);
    }

    // RFC 9745 and RFC 8594.
    private static void Tell(IHeaderDictionary headers, Deprecation ending)
    {
        headers["Deprecation"] = string.Create(CultureInfo.InvariantCulture, $"@{new DateTimeOffset(ending.Since, TimeOnly.MinValue, TimeSpan.Zero).ToUnixTimeSeconds()}");
        headers["Sunset"] = new DateTimeOffset(ending.Sunset, TimeOnly.MinValue, TimeSpan.Zero).ToString("R", CultureInfo.InvariantCulture);
        headers.Append("Link", $"<{ending.Instead}>; rel=\"successor-version\"");
    }

    private static IEnumerable<string> Asked(HttpRequest request)
    {
        var named = request.Headers[RequestHeader].OfType<string>();
        var accepted = MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var types)
            ? types.SelectMany(t => t.Parameters.Where(p => p.Name.Equals(Parameter, StringComparison.OrdinalIgnoreCase)).Select(p => p.Value.ToString().Trim('"')))
            : [];
        return named.Concat(accepted).Select(v => v.Length > 20 ? v[..20] : v);
    }
}
