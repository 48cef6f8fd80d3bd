using System.Net.Http.Headers;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TestForge.Client;

/// <summary>
/// A TestForge server's API. A method is named like its operation. What the server refuses is an <see cref="ApiException{TResult}"/> of
/// <see cref="ProblemDetails"/>, whose <c>code</c> says what was wrong.
/// </summary>
/// <remarks>Every POST carries an <c>Idempotency-Key</c> of its own, so a handler that sends a request again after a failure does no harm.</remarks>
public partial class TestForgeClient
{
    private const string EndOfRun = "run-finished";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <summary>A client of a server.</summary>
    /// <param name="server">Address of the server, such as <c>http://127.0.0.1:8080/</c>.</param>
    /// <param name="key">An API key or an access token.</param>
    public static TestForgeClient Create(Uri server, string key)
    {
        var http = new HttpClient { BaseAddress = server };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        return new(http);
    }

    /// <summary>Follows a run's events until it has ended. When the connection is lost, it is opened again after the last event that came.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="after">Number of the last event that is known; null for all.</param>
    /// <param name="cancellationToken">Stops following; the run goes on.</param>
    /// <exception cref="ApiException">The server refused, such as because there is no such run.</exception>
    public async IAsyncEnumerable<RunEvent> FollowRunEventsAsync(Guid runId, long? after = null, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        while (true)
        {
            var lost = false;
            await using var events = OpenAsync(runId, after, cancellationToken).GetAsyncEnumerator(cancellationToken);
            while (!lost)
            {
                RunEvent? happened = null;
                try
                {
                    happened = await events.MoveNextAsync().ConfigureAwait(false) ? events.Current : null;
                }
                catch (Exception e) when (e is HttpRequestException or IOException && !cancellationToken.IsCancellationRequested)
                {
                    // The server restarts, or the network was away; the events are kept.
                }

                lost = happened is null;
                if (happened is not null)
                {
                    yield return happened;
                    after = happened.Number;
                    if (happened.Kind == EndOfRun)
                    {
                        yield break;
                    }
                }
            }

            await Task.Delay(Pause, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Opens what a run has left; to be disposed.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="artifactId">The artifact, from <c>ListArtifactsAsync</c>.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ApiException">The server refused.</exception>
    public Task<Stream> OpenArtifactAsync(Guid runId, Guid artifactId, CancellationToken cancellationToken = default) =>
        OpenAsync($"api/v1/runs/{runId}/artifacts/{artifactId}", cancellationToken);

    /// <summary>Opens a run's report; to be disposed.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="format">One of the server's formats, such as <c>html</c>, <c>json</c> or <c>junit</c>; null for HTML.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    /// <exception cref="ApiException">The server refused.</exception>
    public Task<Stream> OpenReportAsync(Guid runId, string? format = null, CancellationToken cancellationToken = default) =>
        OpenAsync($"api/v1/runs/{runId}/report{(format is null ? "" : $"?format={Uri.EscapeDataString(format)}")}", cancellationToken);

    private async IAsyncEnumerable<RunEvent> OpenAsync(Guid runId, long? after, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri($"api/v1/runs/{runId}/events", UriKind.Relative));
        if (after is { } last)
        {
            request.Headers.Add("Last-Event-ID", $"{last}");
        }

        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        await using var content = await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        await foreach (var item in SseParser.Create(content).EnumerateAsync(cancellationToken).ConfigureAwait(false))
        {
            using var data = JsonDocument.Parse(item.Data);
            yield return new(long.Parse(item.EventId ?? "0", System.Globalization.CultureInfo.InvariantCulture), item.EventType, data.RootElement.Clone());
        }
    }

    private async Task<Stream> OpenAsync(string address, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address, UriKind.Relative));
        var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await response.Content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await _httpClient.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken).ConfigureAwait(false);
        if (response.IsSuccessStatusCode)
        {
            return response;
        }

        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(cancellationToken).ConfigureAwait(false);
            var headers = response.Headers.ToDictionary(h => h.Key, h => h.Value, StringComparer.OrdinalIgnoreCase);
            throw new ApiException<ProblemDetails?>(response.ReasonPhrase ?? "", (int)response.StatusCode, text, headers, ProblemOf(text), null);
        }
    }

    private ProblemDetails? ProblemOf(string text)
    {
        try
        {
            return JsonSerializer.Deserialize<ProblemDetails>(text, JsonSerializerSettings);
        }
        catch (JsonException)
        {
            // From something in between, and not of the server.
            return null;
        }
    }

    static partial void UpdateJsonSerializerSettings(JsonSerializerOptions settings)
    {
        settings.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower));
        settings.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
    }

    partial void PrepareRequest(HttpClient client, HttpRequestMessage request, string url)
    {
        if (request.Method == HttpMethod.Post)
        {
            request.Headers.TryAddWithoutValidation("Idempotency-Key", Guid.NewGuid().ToString());
        }
    }
}
