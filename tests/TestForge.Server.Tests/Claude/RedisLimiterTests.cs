using System.Net.Http.Headers;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TestForge.Server.Claude;
using TestForge.TestKit.Databases;

namespace TestForge.Server.Tests.Claude;

public sealed class RedisLimiterTests : IAsyncDisposable
{
    private const string Model = "claude-sonnet-5-5";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 14, 9, 0, 0, TimeSpan.Zero));
    private readonly List<IAsyncDisposable> _open = [];
    private double _patience = 60;
    private RedisServer? _server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_one_server_heard_of_the_limits_the_others_keep_to()
    {
        await StartAsync();
        var (first, second) = (Limiter(), Limiter());
        first.Observe(Model, Headers("requests", limit: 50, remaining: 2));
        await SeenAsync(second);
        (await first.EnterAsync(Model, 10, Token)).Dispose();

        var waiting = second.EnterAsync(Model, 10, Token);

        // Each server has made a call; none is left until the limit is filled again.
        (await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(2), Token))).ShouldNotBe(waiting);
        await ForwardAsync(waiting);
        (await waiting).Dispose();
    }

    [Fact]
    public async Task A_pause_that_the_service_asked_one_server_for_holds_for_all_and_for_no_other_key()
    {
        await StartAsync();
        var (first, second, other) = (Limiter(), Limiter(), Limiter("another-key"));
        first.Pause(Model, TimeSpan.FromSeconds(30));
        await WaitUntilAsync(async () => (long)await (await Redis().DatabaseAsync(Token)).ExecuteAsync("DBSIZE") > 0);

        var waiting = second.EnterAsync(Model, 10, Token);

        (await Task.WhenAny(waiting, Task.Delay(TimeSpan.FromSeconds(1), Token))).ShouldNotBe(waiting);
        (await other.EnterAsync(Model, 10, Token)).Dispose();
        await ForwardAsync(waiting);
        (await waiting).Dispose();
    }

    [Fact]
    public async Task A_call_that_is_larger_than_the_whole_limit_is_left_to_the_service()
    {
        await StartAsync();
        var limiter = Limiter();
        limiter.Observe(Model, Headers("input-tokens", limit: 1_000, remaining: 1_000));
        await SeenAsync(limiter);

        (await limiter.EnterAsync(Model, 5_000, Token)).Dispose();
    }

    [Fact]
    public async Task Without_Redis_calls_are_made_all_the_same()
    {
        await StartAsync();
        _patience = 0.5;
        var limiter = Limiter();
        await _server!.DisposeAsync();
        _server = null;

        limiter.Pause(Model, TimeSpan.FromHours(1));

        (await limiter.EnterAsync(Model, 10, Token).WaitAsync(TimeSpan.FromSeconds(30), Token)).Dispose();
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
        {
            await open.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private async Task StartAsync()
    {
        Assert.SkipWhen(RedisServer.WhyNot is not null && !Available.Required, RedisServer.WhyNot ?? "");
        _server = await RedisServer.StartAsync(port: 0, Token);
    }

    // A busy machine is not what is tested here.
    private SharedRedis Redis()
    {
        var redis = new SharedRedis(_server!.Connection) { Patience = TimeSpan.FromSeconds(_patience) };
        _open.Add(redis);
        return redis;
    }

    private RedisLimiter Limiter(string key = "key") => new(Redis(), key, concurrency: 4, _clock, NullLogger<RedisLimiter>.Instance);

    // The news goes out on its own; a small call shows that it has arrived.
    private async Task SeenAsync(RedisLimiter limiter)
    {
        await WaitUntilAsync(async () => (long)await (await Redis().DatabaseAsync(Token)).ExecuteAsync("DBSIZE") > 0);
        (await limiter.EnterAsync(Model, 0, Token)).Dispose();
    }

    private static async Task WaitUntilAsync(Func<Task<bool>> condition)
    {
        while (!await condition())
        {
            await Task.Delay(20, Token);
        }
    }

    /// <summary>Lets time pass until the call is let through.</summary>
    private async Task ForwardAsync(Task waiting)
    {
        while (!waiting.IsCompleted)
        {
            _clock.Advance(TimeSpan.FromSeconds(5));
            await Task.WhenAny(waiting, Task.Delay(50, Token));
        }
    }

    private HttpResponseHeaders Headers(string name, long limit, long remaining)
    {
        var headers = new HttpResponseMessage().Headers;
        headers.Add($"anthropic-ratelimit-{name}-limit", $"{limit}");
        headers.Add($"anthropic-ratelimit-{name}-remaining", $"{remaining}");
        headers.Add($"anthropic-ratelimit-{name}-reset", _clock.GetUtcNow().AddSeconds(60).ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture));
        return headers;
    }
}
