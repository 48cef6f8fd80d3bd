using Microsoft.Extensions.Logging.Abstractions;
using StackExchange.Redis;
using TestForge.Platform.Limits;
using TestForge.TestKit.Databases;

namespace TestForge.Platform.Tests.Limits;

public sealed class RedisRateCounterTests : RateCounterTests, IAsyncDisposable
{
    private RedisServer? _server;
    private ConnectionMultiplexer? _connection;

    [Fact]
    public async Task Servers_count_together()
    {
        var first = await CounterAsync();
        var second = New();

        var decisions = new List<RateDecision>();
        for (var i = 0; i < 12; i++)
        {
            decisions.Add(await (i % 2 == 0 ? first : second).TakeAsync("a", 10, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
        }

        decisions.Count(d => d.Allowed).ShouldBe(10);
    }

    [Fact]
    public async Task While_Redis_is_away_a_server_counts_for_itself()
    {
        var counter = await CounterAsync();
        await _server!.DisposeAsync();
        _server = null;

        var allowed = 0;
        for (var i = 0; i < 12; i++)
        {
            allowed += (await counter.TakeAsync("a", 10, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken)).Allowed ? 1 : 0;
        }

        allowed.ShouldBe(10);
    }

    public async ValueTask DisposeAsync()
    {
        if (_connection is not null)
        {
            await _connection.DisposeAsync();
        }

        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private protected override async Task<IRateCounter> CounterAsync()
    {
        Assert.SkipWhen(RedisServer.WhyNot is not null && !Available.Required, RedisServer.WhyNot ?? "");
        _server = await RedisServer.StartAsync(port: 0, TestContext.Current.CancellationToken);
        _connection = await ConnectionMultiplexer.ConnectAsync($"{_server.Connection},abortConnect=false,asyncTimeout=5000");
        return New();
    }

    private RedisRateCounter New() => new(new(Task.FromResult<IConnectionMultiplexer>(_connection!)), new(Clock), Clock, NullLogger<RedisRateCounter>.Instance);
}
