using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using StackExchange.Redis;
using TestForge.Engine.Claude.Transport;

namespace TestForge.Server.Claude;

/// <summary>
/// Keeps the calls of all servers that share a key within what the service allows. What its answers say is left is kept in Redis, and every call
/// takes its part from there before it is made. While Redis is away a server goes by the answers it gets itself, and by the service's own refusals.
/// </summary>
internal sealed partial class RedisLimiter(SharedRedis redis, string apiKey, int concurrency, TimeProvider clock, ILogger<RedisLimiter> logger) : IClaudeLimiter, IDisposable
{
    // KEYS: limits of the model, pause of the model. ARGV: now in ms, tokens of the call. Returns the ms to wait, 0 when the call was taken off.
    private const string Take = """
        local now = tonumber(ARGV[1])
        local wait = math.max(0, tonumber(redis.call('GET', KEYS[2]) or '0') - now)
        local names = {'requests', 'tokens', 'input-tokens', 'output-tokens'}
        local known = {}
        for _, name in ipairs(names) do
            local left = redis.call('HMGET', KEYS[1], name .. ':limit', name .. ':remaining', name .. ':reset')
            if left[1] then
                local limit, remaining, reset = tonumber(left[1]), tonumber(left[2]), tonumber(left[3])
                local needs = (name == 'requests' or name == 'output-tokens') and 1 or tonumber(ARGV[2])
                if reset <= now then remaining = limit end
                if remaining < math.min(needs, limit) then wait = math.max(wait, reset - now) end
                known[#known + 1] = {name, remaining - (name == 'output-tokens' and 0 or needs)}
            end
        end
        if wait > 0 then return math.ceil(wait) end
        for _, left in ipairs(known) do redis.call('HSET', KEYS[1], left[1] .. ':remaining', left[2]) end
        return 0
        """;

    private const string Prefix = "anthropic-ratelimit-";

    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(1);

    // The key itself goes nowhere.
    private readonly string _account = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(apiKey)))[..16];
    private readonly SemaphoreSlim _places = new(concurrency, concurrency);

    public async Task<IDisposable> EnterAsync(string model, long inputTokens, CancellationToken cancellationToken)
    {
        while (true)
        {
            await _places.WaitAsync(cancellationToken);
            TimeSpan wait;
            try
            {
                wait = await TryTakeAsync(model, inputTokens, cancellationToken);
            }
            catch
            {
                _places.Release();
                throw;
            }

            if (wait <= TimeSpan.Zero)
            {
                return new Place(_places);
            }

            _places.Release();
            await Task.Delay(wait > LongestWait ? LongestWait : wait < ShortestWait ? ShortestWait : wait, clock, cancellationToken);
        }
    }

    public void Observe(string model, HttpResponseHeaders headers)
    {
        List<HashEntry> left = [];
        foreach (var name in (string[])["requests", "tokens", "input-tokens", "output-tokens"])
        {
            if (Number(headers, $"{Prefix}{name}-limit") is { } limit && Number(headers, $"{Prefix}{name}-remaining") is { } remaining
                && DateTimeOffset.TryParse(First(headers, $"{Prefix}{name}-reset"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var reset))
            {
                left.AddRange([new($"{name}:limit", limit), new($"{name}:remaining", remaining), new($"{name}:reset", reset.ToUnixTimeMilliseconds())]);
            }
        }

        if (left.Count > 0)
        {
            _ = TellAsync(async database =>
            {
                await database.HashSetAsync(LimitsOf(model), [.. left]);
                await database.KeyExpireAsync(LimitsOf(model), Forgotten);
            });
        }
    }

    public void Pause(string model, TimeSpan time) =>
        _ = TellAsync(database => database.StringSetAsync(PauseOf(model), (clock.GetUtcNow() + time).ToUnixTimeMilliseconds(), time));

    public void Dispose() => _places.Dispose();

    private async Task<TimeSpan> TryTakeAsync(string model, long inputTokens, CancellationToken cancellationToken)
    {
        try
        {
            var database = await redis.DatabaseAsync(cancellationToken);
            var wait = (long)await database.ScriptEvaluateAsync(Take, [LimitsOf(model), PauseOf(model)], [clock.GetUtcNow().ToUnixTimeMilliseconds(), inputTokens]).WaitAsync(redis.Patience, cancellationToken);
            return TimeSpan.FromMilliseconds(wait);
        }
        catch (Exception e) when (SharedRedis.IsAway(e))
        {
            LogAway(e.Message);
            return TimeSpan.Zero;
        }
    }

    private async Task TellAsync(Func<IDatabase, Task> tell)
    {
        try
        {
            await tell(await redis.DatabaseInTimeAsync());
        }
        catch (Exception e) when (SharedRedis.IsAway(e))
        {
            LogAway(e.Message);
        }
    }

    private RedisKey LimitsOf(string model) => $"testforge:limits:{{{_account}:{model}}}";

    private RedisKey PauseOf(string model) => $"testforge:pause:{{{_account}:{model}}}";

    private static long? Number(HttpResponseHeaders headers, string name) => long.TryParse(First(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    [LoggerMessage(4502, LogLevel.Warning, "Servers do not share the limits of the language model's service for now: {Reason}")]
    private partial void LogAway(string reason);

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private SemaphoreSlim? _places = places;

        public void Dispose() => Interlocked.Exchange(ref _places, null)?.Release();
    }
}
