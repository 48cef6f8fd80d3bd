using System.Collections.Concurrent;

namespace TestForge.Platform.Limits;

/// <summary>Counts in this process.</summary>
internal sealed class MemoryRateCounter(TimeProvider clock) : IRateCounter
{
    private const int MostCallers = 100_000;

    private readonly ConcurrentDictionary<string, Counts> _callers = new(StringComparer.Ordinal);

    public ValueTask<RateDecision> TakeAsync(string caller, int limit, TimeSpan window, CancellationToken cancellationToken)
    {
        var (slot, passed) = SlidingWindow.At(clock.GetUtcNow(), window);
        if (_callers.Count >= MostCallers)
        {
            Forget(slot);
        }

        return ValueTask.FromResult(_callers.GetOrAdd(caller, _ => new()).Take(slot, passed, limit, window));
    }

    // Callers of long ago make room; when there are still too many, everybody begins anew.
    private void Forget(long slot)
    {
        foreach (var (caller, counts) in _callers)
        {
            if (counts.IsOlderThan(slot - 1))
            {
                _callers.TryRemove(caller, out _);
            }
        }

        if (_callers.Count >= MostCallers)
        {
            _callers.Clear();
        }
    }

    private sealed class Counts
    {
        private readonly Lock _lock = new();
        private long _slot;
        private long _before;
        private long _current;

        public bool IsOlderThan(long slot)
        {
            lock (_lock)
            {
                return _slot < slot;
            }
        }

        public RateDecision Take(long slot, double passed, int limit, TimeSpan window)
        {
            lock (_lock)
            {
                if (slot > _slot)
                {
                    (_before, _current, _slot) = (slot == _slot + 1 ? _current : 0, 0, slot);
                }

                var fits = SlidingWindow.Fits(_before, _current, passed, limit);
                _current += fits ? 1 : 0;
                return SlidingWindow.Decide(fits, _before, _current, passed, limit, window);
            }
        }
    }
}
