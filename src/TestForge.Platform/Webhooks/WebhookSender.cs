using System.Diagnostics;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Options;
using TestForge.Egress;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Webhooks;

/// <summary>Sends messages. Each connection passes the guard against private networks, and redirects are not followed: the address was checked, another was not.</summary>
internal sealed class WebhookSender : IDisposable
{
    private const int MostOfAnswer = 4_096;

    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(15);

    private readonly HttpClient _guarded;
    private readonly HttpClient _own;
    private readonly TimeProvider _clock;
    private readonly TargetGate _gate;

    public WebhookSender(IOptions<EgressOptions> options, HostResolver resolve, TargetGate gate, TimeProvider clock)
    {
        _guarded = ClientFor(new() { AllowPrivate = options.Value.AllowPrivateNetworks }, resolve);
        _own = ClientFor(new() { AllowPrivate = true }, resolve);
        (_clock, _gate) = (clock, gate);
    }

    /// <summary>Makes one attempt to tell a webhook. What goes wrong outside is a result and no exception.</summary>
    public Task<SendResult> SendAsync(Uri url, string id, IReadOnlyList<string> secrets, string body, CancellationToken cancellationToken) =>
        PostAsync(url, RequestOf(url, id, secrets, body), cancellationToken);

    /// <summary>Makes one attempt to post JSON. What goes wrong outside is a result and no exception.</summary>
    public Task<SendResult> SendAsync(Uri url, string body, CancellationToken cancellationToken) => PostAsync(url, RequestOf(url, body), cancellationToken);

    private async Task<SendResult> PostAsync(Uri url, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var started = Stopwatch.GetTimestamp();
        using var owned = request;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Limit);
        try
        {
            // Whether this machine's own addresses are allowed only the gate knows.
            if (await _gate.RefusalOfAsync(url, limit.Token) is { } refusal)
            {
                return new(null, $"This server sends nothing there: {refusal}.", null, Elapsed());
            }

            using var response = await (url.IsLoopback ? _own : _guarded).SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit.Token);
            var answer = await BeginningAsync(response.Content, limit.Token);
            return new((int)response.StatusCode, null, answer, Elapsed()) { RetryAfter = RetryAfterOf(response.Headers.RetryAfter) };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new(null, $"There was no answer within {Limit.TotalSeconds:0} s.", null, Elapsed());
        }
        catch (Exception e) when (e is HttpRequestException or EgressException or IOException)
        {
            return new(null, (e.InnerException ?? e).Message, null, Elapsed());
        }

        int Elapsed() => (int)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
    }

    private TimeSpan? RetryAfterOf(RetryConditionHeaderValue? header) => header?.Delta ?? (header?.Date is { } date ? date - _clock.GetUtcNow() : null);

    public void Dispose()
    {
        _guarded.Dispose();
        _own.Dispose();
    }

    private static HttpClient ClientFor(EgressRules rules, HostResolver resolve)
    {
        var handler = EgressHttp.CreateHandler(new(rules, resolve));
        handler.AllowAutoRedirect = false;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        handler.MaxResponseHeadersLength = 16;
        return new(handler) { Timeout = Timeout.InfiniteTimeSpan };
    }

    private HttpRequestMessage RequestOf(Uri url, string id, IReadOnlyList<string> secrets, string body)
    {
        var seconds = _clock.GetUtcNow().ToUnixTimeSeconds();
        var request = RequestOf(url, body);
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", seconds.ToString(System.Globalization.CultureInfo.InvariantCulture));
        request.Headers.Add("webhook-signature", string.Join(' ', secrets.Select(s => WebhookSecret.Sign(s, id, seconds, body))));
        return request;
    }

    private static HttpRequestMessage RequestOf(Uri url, string body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, url) { Content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json")) };
        request.Headers.UserAgent.ParseAdd("TestForge-Webhooks/1");
        return request;
    }

    private static async Task<string> BeginningAsync(HttpContent content, CancellationToken cancellationToken)
    {
        await using var stream = await content.ReadAsStreamAsync(cancellationToken);
        var buffer = new byte[MostOfAnswer];
        var length = await stream.ReadAtLeastAsync(buffer, buffer.Length, throwOnEndOfStream: false, cancellationToken);
        return Encoding.UTF8.GetString(buffer, 0, length);
    }
}
