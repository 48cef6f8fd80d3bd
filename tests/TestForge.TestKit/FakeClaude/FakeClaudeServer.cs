using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestForge.TestKit.FakeClaude;

/// <summary>
/// A service on 127.0.0.1 that speaks the Messages API with its streams, headers and errors, and refuses what the real one refuses.
/// Answers are scripted: first those in the queue, then the first rule that matches.
/// </summary>
public sealed class FakeClaudeServer : IAsyncDisposable
{
    public const string Key = "sk-ant-fake-0123456789abcdef";

    private readonly ConcurrentQueue<FakeRequest> _requests = [];
    private readonly ConcurrentQueue<FakeReply> _queue = [];
    private readonly ConcurrentQueue<FakeBill> _bills = [];
    private readonly List<(Func<string, bool> Matches, Func<JsonObject, FakeReply> Reply)> _rules = [];
    private readonly FakeTokens _tokens = new();
    private readonly FakeBatches _batches;
    private SiteHost? _host;
    private int _running;

    private FakeClaudeServer() => _batches = new(this);

    public Uri Url => _host!.Url;

    public IReadOnlyList<FakeRequest> Requests => [.. _requests];

    /// <summary>Answers that were given, with what the service counts for each.</summary>
    public IReadOnlyList<FakeBill> Bills => [.. _bills];

    public IEnumerable<FakeRequest> Messages => Requests.Where(r => r.IsMessage);

    public IList<FakeModel> Models { get; } = [new("claude-sonnet-5-5"), new("claude-opus-5-5"), new("claude-haiku-5-5", MaxInput: 200_000, Effort: false)];

    /// <summary>Headers of every answer, such as those of rate limits.</summary>
    public IDictionary<string, string> Headers { get; } = new ConcurrentDictionary<string, string>();

    /// <summary>The most requests for messages that were under way at once.</summary>
    public int MostMessagesAtOnce { get; private set; }

    /// <summary>How often a batch is asked for before it has ended.</summary>
    public int BatchPolls { get; set; } = 1;

    /// <summary>Batches that are still kept.</summary>
    public int Batches => _batches.Count;

    public static async Task<FakeClaudeServer> StartAsync()
    {
        var fake = new FakeClaudeServer();
        fake._host = await SiteHost.StartAsync(app => app.Run(fake.HandleAsync));
        return fake;
    }

    /// <summary>The next request for a message gets this answer, whatever it asks.</summary>
    public FakeClaudeServer Next(params FakeReply[] replies)
    {
        foreach (var reply in replies)
        {
            _queue.Enqueue(reply);
        }

        return this;
    }

    /// <summary>Requests whose body has this text get this answer.</summary>
    public FakeClaudeServer When(string text, FakeReply reply) => When(b => b.Contains(text, StringComparison.Ordinal), _ => reply);

    public FakeClaudeServer When(Func<string, bool> matches, Func<JsonObject, FakeReply> reply)
    {
        _rules.Add((matches, reply));
        return this;
    }

    /// <summary>Every batch has ended, however often it was to be asked for.</summary>
    public void EndBatches() => _batches.EndAll();

    public async ValueTask DisposeAsync() => await _host!.DisposeAsync();

    internal FakeReply ReplyTo(JsonObject body)
    {
        var text = body.ToJsonString(new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping });
        return _queue.TryDequeue(out var next) ? next
            : _rules.FirstOrDefault(r => r.Matches(text)).Reply?.Invoke(body) ?? FakeReply.Error(500, message: "Nothing is scripted for this request.");
    }

    internal JsonObject WholeOf(FakeReply reply, JsonObject body) => MessageEvents.Whole(reply, body["model"]!.GetValue<string>(), UsageOf(reply, body));

    internal FakeReply? Broken(JsonObject body, bool counting) => RequestRules.Broken(body, [.. Models], counting);

    private JsonObject UsageOf(FakeReply reply, JsonObject body)
    {
        var usage = _tokens.Usage(body, reply.Text);
        _bills.Enqueue(new(body, usage));
        return usage;
    }

    private async Task HandleAsync(HttpContext http)
    {
        using var reader = new StreamReader(http.Request.Body);
        var request = new FakeRequest(
            http.Request.Method,
            http.Request.Path.Value!,
            http.Request.Headers.ToDictionary(h => h.Key.ToLowerInvariant(), h => h.Value.ToString()),
            await reader.ReadToEndAsync());
        _requests.Enqueue(request);
        var count = request.IsMessage ? Interlocked.Increment(ref _running) : 0;
        MostMessagesAtOnce = request.IsMessage ? Math.Max(MostMessagesAtOnce, count) : MostMessagesAtOnce;
        try
        {
            await RouteAsync(http, request);
        }
        finally
        {
            _ = request.IsMessage ? Interlocked.Decrement(ref _running) : 0;
        }
    }

    private async Task RouteAsync(HttpContext http, FakeRequest request)
    {
        http.Response.Headers["request-id"] = $"req_{_requests.Count}";
        foreach (var (name, value) in Headers)
        {
            http.Response.Headers[name] = value;
        }

        if (request.Headers.GetValueOrDefault("authorization") != $"Bearer {Key}" && request.Headers.GetValueOrDefault("x-api-key") != Key)
        {
            await ErrorAsync(http, FakeReply.Error(401, message: "invalid x-api-key"));
        }
        else if (!request.Headers.ContainsKey("anthropic-version"))
        {
            await ErrorAsync(http, FakeReply.Error(400, message: "anthropic-version: header is required"));
        }
        else
        {
            await (request switch
            {
                { Method: "POST", Path: "/v1/messages" } => MessageAsync(http, request.Body),
                { Method: "POST", Path: "/v1/messages/count_tokens" } => CountAsync(http, request.Body),
                { Method: "GET", Path: "/v1/models" } => http.Response.WriteAsync(FakeModels.List(Models).ToJsonString()),
                _ when request.Path.StartsWith("/v1/messages/batches", StringComparison.Ordinal) => _batches.HandleAsync(http, request),
                _ => ErrorAsync(http, FakeReply.Error(404, message: "Not found")),
            });
        }
    }

    private async Task MessageAsync(HttpContext http, JsonObject body)
    {
        var reply = Broken(body, counting: false) ?? ReplyTo(body);
        await Task.Delay(reply.Delay, http.RequestAborted);
        if (reply.Status != 200)
        {
            await ErrorAsync(http, reply);
        }
        else if (body["stream"]?.GetValue<bool>() == true)
        {
            await StreamAsync(http, reply, body);
        }
        else
        {
            http.Response.ContentType = "application/json";
            await http.Response.WriteAsync(WholeOf(reply, body).ToJsonString());
        }
    }

    private async Task StreamAsync(HttpContext http, FakeReply reply, JsonObject body)
    {
        http.Response.ContentType = "text/event-stream; charset=utf-8";
        foreach (var (i, (name, data)) in MessageEvents.Stream(reply, body["model"]!.GetValue<string>(), UsageOf(reply, body)).Index())
        {
            if (i == reply.DropAfterEvents)
            {
                http.Abort();
                return;
            }

            if (i == reply.EndAfterEvents)
            {
                return;
            }

            if (i == reply.SilentAfterEvents)
            {
                await Task.Delay(Timeout.Infinite, http.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
                return;
            }

            if (i == reply.ErrorAfterEvents)
            {
                await http.Response.WriteAsync($"event: error\ndata: {ErrorOf(reply with { ErrorType = "overloaded_error", Message = "Overloaded" }).ToJsonString()}\n\n");
                return;
            }

            await http.Response.WriteAsync($"event: {name}\ndata: {data.ToJsonString()}\n\n");
            await http.Response.Body.FlushAsync();
        }
    }

    private async Task CountAsync(HttpContext http, JsonObject body)
    {
        if (Broken(body, counting: true) is { } broken)
        {
            await ErrorAsync(http, broken);
            return;
        }

        await http.Response.WriteAsync(new JsonObject { ["input_tokens"] = FakeTokens.Count(body) }.ToJsonString());
    }

    internal static async Task ErrorAsync(HttpContext http, FakeReply reply)
    {
        http.Response.StatusCode = reply.Status;
        http.Response.ContentType = "application/json";
        foreach (var (name, value) in reply.Headers)
        {
            http.Response.Headers[name] = value;
        }

        await http.Response.WriteAsync(ErrorOf(reply).ToJsonString());
    }

    internal static JsonObject ErrorOf(FakeReply reply)
    {
        var error = new JsonObject { ["type"] = reply.ErrorType, ["message"] = reply.Message };
        if (reply.ErrorCode is { } code)
        {
            error["details"] = new JsonObject { ["error_code"] = code };
        }

        return new() { ["type"] = "error", ["error"] = error, ["request_id"] = "req_fake" };
    }
}
