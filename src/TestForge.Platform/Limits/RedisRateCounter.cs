using System.Globalization;
using Microsoft.Extensions.Logging;
using StackExchange.Redis;

namespace TestForge.Platform.Limits;

/// <summary>Counts in Redis, for all servers together. While Redis is away each counts for itself: a limit that is kept less well is better than no service.</summary>
internal sealed partial class RedisRateCounter(Lazy<Task<IConnectionMultiplexer>> redis, MemoryRateCounter own, TimeProvider clock, ILogger<RedisRateCounter> logger) : IRateCounter
{
    private const string Script = """
        local before = tonumber(redis.call('GET', KEYS[2]) or '0')
        local current = tonumber(redis.call('GET', KEYS[1]) or '0')
        if before * (1 - tonumber(ARGV[1])) + current + 1 > tonumber(ARGV[2]) then
            return {0, before, current}
        end
        current = redis.call('INCR', KEYS[1])
        redis.call('PEXPIRE', KEYS[1], ARGV[3])
        return {1, before, current}
        """;

    // A caller waits for the answer, so Redis is not waited for long.
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    private DateTimeOffset _awayUntil;

    public async ValueTask<RateDecision> TakeAsync(string caller, int limit, TimeSpan window, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now < _awayUntil)
        {
            return await own.TakeAsync(caller, limit, window, cancellationToken);
        }

        try
        {
            var (slot, passed) = SlidingWindow.At(now, window);
            var database = (await redis.Value.WaitAsync(Patience, cancellationToken)).GetDatabase();

            // The braces keep both on one node of a cluster.
            RedisKey[] keys = [Key(caller, slot), Key(caller, slot - 1)];
            RedisValue[] values = [passed.ToString("R", CultureInfo.InvariantCulture), limit, (long)(window.TotalMilliseconds * 2)];
            var counts = (long[])(await database.ScriptEvaluateAsync(Script, keys, values).WaitAsync(Patience, cancellationToken))!;
            return SlidingWindow.Decide(counts[0] == 1, counts[1], counts[2], passed, limit, window);
        }
        catch (Exception e) when (e is RedisException or TimeoutException)
        {
            _awayUntil = now + Pause;
            LogAway(e.Message);
            return await own.TakeAsync(caller, limit, window, cancellationToken);
        }
    }

    private static string Key(string caller, long slot) => string.Create(CultureInfo.InvariantCulture, $"testforge:rate:{{{caller}}}:{slot}");

    [LoggerMessage(4401, LogLevel.Warning, "Redis does not count requests, so this server counts its own for a while: {Reason}")]
    private partial void LogAway(string reason);
}
