using System.Net;

namespace TestForge.Server.Tests.Access;

/// <summary>What came back to a browser.</summary>
internal sealed record Answer(HttpStatusCode Status, string Body, string? Location, string? Policy)
{
    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        response.StatusCode,
        await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken),
        response.Headers.Location?.OriginalString,
        response.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : null);

    /// <summary>A value from the address that the browser is sent to.</summary>
    public string? Query(string name) => System.Web.HttpUtility.ParseQueryString(new Uri(new Uri("http://x"), Location!).Query)[name];
}
