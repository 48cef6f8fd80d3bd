using System.Globalization;
using System.Net.Http.Headers;

namespace TestForge.Engine.Claude.Transport;

/// <summary>What is left of the service's limits for one model, by the headers <c>anthropic-ratelimit-*</c>.</summary>
internal sealed class ModelLimits
{
    private const string Prefix = "anthropic-ratelimit-";

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Left> _left = [];
    private DateTimeOffset _pausedUntil;

    /// <summary>Takes a call off what is left, or says how long to wait.</summary>
    public TimeSpan TryTake(long inputTokens, DateTimeOffset now)
    {
        lock (_lock)
        {
            var until = _pausedUntil;
            foreach (var (name, left) in _left)
            {
                // A call that is larger than the whole limit would wait for ever: the service shall say it.
                var needed = Math.Min(NeededOf(name, inputTokens), left.Limit);
                until = left.Remaining < needed && left.Reset > until ? left.Reset : until;
            }

            if (until > now)
            {
                return until - now;
            }

            foreach (var (name, left) in _left)
            {
                _left[name] = left with { Remaining = (left.Reset <= now ? left.Limit : left.Remaining) - TakenOf(name, inputTokens) };
            }

            return TimeSpan.Zero;
        }
    }

    public void Observe(HttpResponseHeaders headers)
    {
        lock (_lock)
        {
            foreach (var name in (string[])["requests", "tokens", "input-tokens", "output-tokens"])
            {
                if (Number(headers, $"{Prefix}{name}-limit") is { } limit && Number(headers, $"{Prefix}{name}-remaining") is { } remaining
                    && DateTimeOffset.TryParse(First(headers, $"{Prefix}{name}-reset"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var reset))
                {
                    _left[name] = new(limit, remaining, reset);
                }
            }
        }
    }

    public void Pause(DateTimeOffset until)
    {
        lock (_lock)
        {
            _pausedUntil = until > _pausedUntil ? until : _pausedUntil;
        }
    }

    private static long NeededOf(string name, long inputTokens) => name is "requests" or "output-tokens" ? 1 : inputTokens;

    /// <summary>How much a call will write is not known, and counted when it is.</summary>
    private static long TakenOf(string name, long inputTokens) => name == "output-tokens" ? 0 : NeededOf(name, inputTokens);

    private static long? Number(HttpResponseHeaders headers, string name) => long.TryParse(First(headers, name), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string? First(HttpResponseHeaders headers, string name) => headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private readonly record struct Left(long Limit, long Remaining, DateTimeOffset Reset);
}
