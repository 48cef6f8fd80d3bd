using System.Text.Json;
using Microsoft.Extensions.Options;
using TestForge.Egress;
using TestForge.Platform.Projects;

namespace TestForge.Platform.SingleSignOn;

/// <summary>Talks to providers. Each connection passes the guard against private networks, redirects are not followed, and neither time nor answers are without end.</summary>
internal sealed class ProviderHttp : IDisposable
{
    private const int MostBytes = 256 * 1024;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    private readonly HttpClient _guarded;
    private readonly HttpClient _own;
    private readonly TargetGate _gate;

    public ProviderHttp(IOptions<EgressOptions> options, HostResolver resolve, TargetGate gate)
    {
        _guarded = ClientFor(new() { AllowPrivate = options.Value.AllowPrivateNetworks }, resolve);
        _own = ClientFor(new() { AllowPrivate = true }, resolve);
        _gate = gate;
    }

    /// <exception cref="ProviderException">It must not or cannot be asked, or the answer is no JSON object.</exception>
    public Task<JsonElement> GetAsync(Uri url, CancellationToken cancellationToken) => SendAsync(new(HttpMethod.Get, url), cancellationToken);

    /// <exception cref="ProviderException">It must not or cannot be asked, or the answer is no JSON object.</exception>
    public Task<JsonElement> PostAsync(Uri url, IEnumerable<KeyValuePair<string, string>> form, CancellationToken cancellationToken) =>
        SendAsync(new(HttpMethod.Post, url) { Content = new FormUrlEncodedContent(form) }, cancellationToken);

    public void Dispose()
    {
        _guarded.Dispose();
        _own.Dispose();
    }

    private async Task<JsonElement> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        using var sent = request;
        var url = request.RequestUri!;
        if (url.Scheme != Uri.UriSchemeHttps && !(url.Scheme == Uri.UriSchemeHttp && url.IsLoopback))
        {
            throw new ProviderException($"{url.Host} is not asked without TLS.");
        }

        if (await _gate.RefusalOfAsync(url, cancellationToken) is { } refusal)
        {
            throw new ProviderException($"This server asks nothing there: {refusal}.");
        }

        try
        {
            request.Headers.Accept.ParseAdd("application/json");
            using var response = await (url.IsLoopback ? _own : _guarded).SendAsync(request, cancellationToken);
            if (!response.IsSuccessStatusCode)
            {
                throw new ProviderException($"{url.GetLeftPart(UriPartial.Path)} answered {(int)response.StatusCode}.");
            }

            using var document = JsonDocument.Parse(await response.Content.ReadAsStringAsync(cancellationToken), new() { MaxDepth = 16 });
            return document.RootElement.ValueKind == JsonValueKind.Object ? document.RootElement.Clone() : throw new ProviderException($"{url.GetLeftPart(UriPartial.Path)} did not answer with a JSON object.");
        }
        catch (Exception e) when (e is HttpRequestException or EgressException or JsonException or IOException || (e is OperationCanceledException && !cancellationToken.IsCancellationRequested))
        {
            throw new ProviderException($"{url.GetLeftPart(UriPartial.Path)} did not answer as it should: {(e.InnerException ?? e).Message}", e);
        }
    }

    private static HttpClient ClientFor(EgressRules rules, HostResolver resolve)
    {
        var handler = EgressHttp.CreateHandler(new(rules, resolve));
        handler.AllowAutoRedirect = false;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        return new(handler) { Timeout = Limit, MaxResponseContentBufferSize = MostBytes };
    }
}
