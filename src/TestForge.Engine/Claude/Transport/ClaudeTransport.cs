using System.Text.Json;
using Anthropic;
using Anthropic.Exceptions;
using Anthropic.Models.Messages;
using Anthropic.Models.Messages.Batches;
using Microsoft.Extensions.Options;
using TestForge.Engine.Claude.Models;
using TestForge.Engine.Claude.Prompts;

namespace TestForge.Engine.Claude.Transport;

/// <summary>The service through its official SDK, whose own retries are off: they would not know our deadlines, limits and books.</summary>
internal sealed class ClaudeTransport : IDisposable
{
    private static readonly Dictionary<string, JsonElement> None = [];

    private readonly AnthropicClient _client;
    private readonly HttpClient _http;
    private readonly IClaudeLimiter _limiter;
    private readonly ServiceCalls _calls;
    private readonly ClaudeOptions _options;

    public ClaudeTransport(IOptions<ClaudeOptions> options, IClaudeLimiter limiter, ServiceCalls calls)
    {
        (_options, _limiter, _calls) = (options.Value, limiter, calls);

        // No redirects: the key goes to the address that was configured and to no other.
        _http = new(new FailedResponses { InnerHandler = new SocketsHttpHandler { AllowAutoRedirect = false, PooledConnectionLifetime = TimeSpan.FromMinutes(5) } })
        {
            Timeout = Timeout.InfiniteTimeSpan,
        };
        _client = new()
        {
            ApiKey = _options.ApiKey,
            AuthToken = null,
            BaseUrl = _options.BaseUrl.TrimEnd('/'),
            MaxRetries = 0,
            Timeout = _options.Deadline,
            HttpClient = _http,
        };
    }

    /// <summary>Answers are always streamed: a long one would otherwise be cut off by whatever waits in between, and a dead connection would look like a slow answer.</summary>
    public Task<ReceivedMessage> SendAsync(RequestBody body, long inputTokens, UsageMeter meter, CancellationToken cancellationToken) => _calls.TryAsync(
        async token =>
        {
            using var place = await _limiter.EnterAsync(body.Model, inputTokens, token);
            using var silence = CancellationTokenSource.CreateLinkedTokenSource(token);
            silence.CancelAfter(_options.Silence);
            var reader = new MessageReader();
            try
            {
                using var response = await _client.Messages.WithRawResponse.CreateStreaming(MessageCreateParams.FromRawUnchecked(None, None, body.Members()), silence.Token);
                _limiter.Observe(body.Model, response.RawMessage.Headers);
                await foreach (var streamEvent in response.Enumerate(silence.Token))
                {
                    silence.CancelAfter(_options.Silence);
                    reader.Add(streamEvent.Json);
                }

                return reader.IsComplete ? reader.Finish() : throw Broken("The answer broke off before its end.", null);
            }
            catch (Exception e) when (Stopped(e, token) is { } stopped)
            {
                if (stopped.RetryAfter is { } wait)
                {
                    _limiter.Pause(body.Model, wait);
                }

                throw stopped;
            }
            finally
            {
                meter.Add(reader.Usage);
            }
        },
        cancellationToken);

    /// <summary>Tokens of a prompt as the service counts them, which costs nothing.</summary>
    public Task<long> CountAsync(RequestBody body, CancellationToken cancellationToken) => CallAsync(
        async token => (await _client.Messages.CountTokens(
            MessageCountTokensParams.FromRawUnchecked(None, None, body.Members(m => m is not ("max_tokens" or "inference_geo"))), token)).InputTokens,
        cancellationToken);

    public Task<IReadOnlyList<ModelFacts>> ModelsAsync(CancellationToken cancellationToken) => CallAsync<IReadOnlyList<ModelFacts>>(
        async token => [.. (await _client.Models.List(new() { Limit = 1000 }, token)).Items.Select(m => new ModelFacts(
            m.ID,
            m.MaxInputTokens,
            m.MaxTokens,
            m.Capabilities?.StructuredOutputs?.Supported,
            m.Capabilities?.Batch?.Supported,
            m.Capabilities?.Effort?.Supported))],
        cancellationToken);

    public Task<MessageBatch> CreateBatchAsync(JsonElement requests, CancellationToken cancellationToken) => CallAsync(
        token => _client.Messages.Batches.Create(BatchCreateParams.FromRawUnchecked(None, None, new Dictionary<string, JsonElement> { ["requests"] = requests }), token),
        cancellationToken);

    public Task<MessageBatch> BatchAsync(string id, CancellationToken cancellationToken) => CallAsync(token => _client.Messages.Batches.Retrieve(id, new(), token), cancellationToken);

    public Task<Dictionary<string, JsonElement>> BatchResultsAsync(string id, CancellationToken cancellationToken) => CallAsync(
        async token =>
        {
            var results = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
            await foreach (var line in _client.Messages.Batches.ResultsStreaming(id, new(), token))
            {
                results[line.CustomID] = line.RawData["result"];
            }

            return results;
        },
        cancellationToken);

    public Task DeleteBatchAsync(string id, CancellationToken cancellationToken) => CallAsync(token => _client.Messages.Batches.Delete(id, new(), token), cancellationToken);

    public void Dispose()
    {
        _client.Dispose();
        _http.Dispose();
    }

    private Task<T> CallAsync<T>(Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) => _calls.TryAsync(
        async token =>
        {
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(token);
            limit.CancelAfter(_options.Silence);
            try
            {
                return await call(limit.Token);
            }
            catch (Exception e) when (Stopped(e, token) is { } stopped)
            {
                throw stopped;
            }
        },
        cancellationToken);

    /// <summary>What an exception means, or none when it is the caller's wish or a fault of ours.</summary>
    private ClaudeStopException? Stopped(Exception exception, CancellationToken caller) => exception switch
    {
        ClaudeStopException stop => stop,
        _ when exception.InnerException is ClaudeStopException inner => inner,
        OperationCanceledException when caller.IsCancellationRequested => null,
        OperationCanceledException => Broken($"The service was silent for {_options.Silence.TotalSeconds:0} s.", exception),
        AnthropicSseException sse => ServiceError.FromEvent(sse.Body),
        AnthropicException or HttpRequestException or IOException or JsonException => Broken($"The service could not be reached, or broke off: {Innermost(exception).Message}", exception),
        _ => null,
    };

    private static ClaudeStopException Broken(string message, Exception? inner) => new(ClaudeOutcome.Unavailable, message, inner) { Retryable = true, Ill = true };

    private static Exception Innermost(Exception e) => e.InnerException is { } inner ? Innermost(inner) : e;
}
