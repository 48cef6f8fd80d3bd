using System.Collections.Concurrent;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace TestForge.Engine.Claude.Transport;

/// <summary>The limiter of one process.</summary>
internal sealed class HeaderLimiter(IOptions<ClaudeOptions> options, TimeProvider clock) : IClaudeLimiter, IDisposable
{
    /// <summary>Waits are cut into pieces, because another call's answer may have news.</summary>
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan ShortestWait = TimeSpan.FromMilliseconds(20);

    private readonly SemaphoreSlim _places = new(options.Value.Concurrency, options.Value.Concurrency);
    private readonly ConcurrentDictionary<string, ModelLimits> _models = new(StringComparer.Ordinal);

    public async Task<IDisposable> EnterAsync(string model, long inputTokens, CancellationToken cancellationToken)
    {
        var limits = _models.GetOrAdd(model, _ => new());
        while (true)
        {
            await _places.WaitAsync(cancellationToken);
            var wait = limits.TryTake(inputTokens, clock.GetUtcNow());
            if (wait <= TimeSpan.Zero)
            {
                return new Place(_places);
            }

            // Calls to other models go on meanwhile.
            _places.Release();
            await Task.Delay(wait > LongestWait ? LongestWait : wait < ShortestWait ? ShortestWait : wait, clock, cancellationToken);
        }
    }

    public void Observe(string model, HttpResponseHeaders headers) => _models.GetOrAdd(model, _ => new()).Observe(headers);

    public void Pause(string model, TimeSpan time) => _models.GetOrAdd(model, _ => new()).Pause(clock.GetUtcNow() + time);

    public void Dispose() => _places.Dispose();

    private sealed class Place(SemaphoreSlim places) : IDisposable
    {
        private SemaphoreSlim? _places = places;

        public void Dispose() => Interlocked.Exchange(ref _places, null)?.Release();
    }
}
