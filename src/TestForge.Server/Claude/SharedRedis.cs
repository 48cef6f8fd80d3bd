using StackExchange.Redis;

namespace TestForge.Server.Claude;

/// <summary>The Redis that servers share, for what runs ask of the language model. Connected at the first use; away is an answer too.</summary>
internal sealed class SharedRedis(string configuration) : IAsyncDisposable
{
    /// <summary>How long a call that is waited for may wait for Redis.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromMilliseconds(500);

    private readonly Lazy<Task<ConnectionMultiplexer>> _connection = new(() => ConnectAsync(configuration));

    public async Task<IDatabase> DatabaseAsync(CancellationToken cancellationToken) => (await _connection.Value.WaitAsync(Patience, cancellationToken)).GetDatabase();

    /// <summary>For what nobody waits for.</summary>
    public async Task<IDatabase> DatabaseInTimeAsync() => (await _connection.Value).GetDatabase();

    /// <summary>What it looks like when Redis is away or slow.</summary>
    public static bool IsAway(Exception exception) => exception is RedisException or TimeoutException;

    public async ValueTask DisposeAsync()
    {
        if (_connection.IsValueCreated && _connection.Value.IsCompletedSuccessfully)
        {
            await _connection.Value.Result.DisposeAsync();
        }
    }

    private static async Task<ConnectionMultiplexer> ConnectAsync(string text)
    {
        var options = ConfigurationOptions.Parse(text);
        options.AbortOnConnectFail = false;
        options.ClientName = "testforge-claude";
        return await ConnectionMultiplexer.ConnectAsync(options);
    }
}
