using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using TestForge.Engine.Claude.Caching;
using TestForge.Server.Claude;
using TestForge.TestKit.Databases;

namespace TestForge.Server.Tests.Claude;

public sealed class RedisAnswerCacheTests : IAsyncDisposable
{
    private readonly FakeTimeProvider _clock = new(TimeProvider.System.GetUtcNow());
    private readonly List<SharedRedis> _open = [];
    private double _patience = 60;
    private RedisServer? _server;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_answer_that_one_server_keeps_another_finds_within_its_age()
    {
        await StartAsync();
        await Cache().KeepAsync(Answer("aa"), Token);

        var other = Cache();
        (await other.FindAsync("aa", Token)).ShouldBe(Answer("aa"));
        (await other.FindAsync("bb", Token)).ShouldBeNull();

        _clock.Advance(TimeSpan.FromDays(31));
        (await other.FindAsync("aa", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Redis_forgets_what_is_too_old_by_itself()
    {
        await StartAsync();
        await Cache().KeepAsync(Answer("aa"), Token);

        ((long)await (await Redis().DatabaseAsync(Token)).ExecuteAsync("TTL", "testforge:answer:aa")).ShouldBeInRange(1, (long)TimeSpan.FromDays(30).TotalSeconds);
    }

    [Fact]
    public async Task A_damaged_answer_is_none()
    {
        await StartAsync();
        await (await Redis().DatabaseAsync(Token)).StringSetAsync("testforge:answer:aa", "{\"key\":\"a");

        (await Cache().FindAsync("aa", Token)).ShouldBeNull();
    }

    [Fact]
    public async Task Without_Redis_an_answer_is_not_kept_and_nothing_fails()
    {
        await StartAsync();
        _patience = 0.5;
        var cache = Cache();
        await _server!.DisposeAsync();
        _server = null;

        await cache.KeepAsync(Answer("aa"), Token);
        (await cache.FindAsync("aa", Token)).ShouldBeNull();
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

    private SharedRedis Redis()
    {
        _open.Add(new(_server!.Connection) { Patience = TimeSpan.FromSeconds(_patience) });
        return _open[^1];
    }

    private RedisAnswerCache Cache() => new(Redis(), TimeSpan.FromDays(30), _clock, NullLogger<RedisAnswerCache>.Instance);

    private CachedAnswer Answer(string key) => new(key, DateTimeOffset.UnixEpoch.AddYears(56).AddDays(300), "{}", 0.5m) { At = _clock.Start };
}
