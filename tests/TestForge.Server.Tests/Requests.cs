using System.Net.Http.Json;
using System.Text.Json;

namespace TestForge.Server.Tests;

/// <summary>Requests as a client of the API makes them.</summary>
internal static class Requests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Sends a change with If-Match; a star means whatever version there is.</summary>
    public static Task<HttpResponseMessage> ChangeAsync(this HttpClient client, string method, string path, object? body = null, string? etag = "*")
    {
        var request = new HttpRequestMessage(new(method), path) { Content = body is null ? null : JsonContent.Create(body) };
        if (etag is not null)
        {
            request.Headers.TryAddWithoutValidation("If-Match", etag);
        }

        return client.SendAsync(request, Token);
    }

    /// <summary>The body of an answer that has to be a success.</summary>
    public static async Task<JsonElement> BodyAsync(this Task<HttpResponseMessage> sending)
    {
        using var response = await sending;
        var text = await response.Content.ReadAsStringAsync(Token);
        response.IsSuccessStatusCode.ShouldBeTrue($"{(int)response.StatusCode} {text}");
        return JsonDocument.Parse(text).RootElement;
    }

    public static Guid Id(this JsonElement json, string name = "id") => json.GetProperty(name).GetGuid();

    public static string? Text(this JsonElement json, string name) => json.GetProperty(name).GetString();

    public static JsonElement[] Items(this JsonElement json) => [.. json.GetProperty("items").EnumerateArray()];
}
