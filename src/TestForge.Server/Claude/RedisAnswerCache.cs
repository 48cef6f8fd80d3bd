using System.Text.Json;
using StackExchange.Redis;
using TestForge.Engine.Claude.Caching;

namespace TestForge.Server.Claude;

/// <summary>Keeps answers of the language model in Redis, for all servers. The key has the tenant in it, so tenants share none; the size is for Redis to bound (maxmemory).</summary>
internal sealed partial class RedisAnswerCache(SharedRedis redis, TimeSpan age, TimeProvider clock, ILogger<RedisAnswerCache> logger) : IAnswerCache
{
    public async Task<CachedAnswer?> FindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            var database = await redis.DatabaseAsync(cancellationToken);
            var text = (byte[]?)await database.StringGetAsync(KeyOf(key)).WaitAsync(redis.Patience, cancellationToken);
            var answer = text is null ? null : JsonSerializer.Deserialize<CachedAnswer>(text, JsonSerializerOptions.Web);
            return answer?.Key == key && clock.GetUtcNow() - answer.At <= age ? answer : null;
        }
        catch (Exception e) when (SharedRedis.IsAway(e) || e is JsonException)
        {
            LogNoCache(e.Message);
            return null;
        }
    }

    public async Task KeepAsync(CachedAnswer answer, CancellationToken cancellationToken)
    {
        if (age <= TimeSpan.Zero)
        {
            return;
        }

        try
        {
            var database = await redis.DatabaseAsync(cancellationToken);
            await database.StringSetAsync(KeyOf(answer.Key), JsonSerializer.SerializeToUtf8Bytes(answer, JsonSerializerOptions.Web), age).WaitAsync(redis.Patience, cancellationToken);
        }
        catch (Exception e) when (SharedRedis.IsAway(e))
        {
            LogNoCache(e.Message);
        }
    }

    private static RedisKey KeyOf(string key) => $"testforge:answer:{key}";

    [LoggerMessage(4501, LogLevel.Warning, "Redis keeps no answers of the language model for now: {Reason}")]
    private partial void LogNoCache(string reason);
}
