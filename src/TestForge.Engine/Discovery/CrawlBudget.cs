using System.Globalization;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>What exploring may cost in all, in time and bytes. The token fires when either is used up.</summary>
internal sealed class CrawlBudget(CrawlLimits limits, TimeProvider clock) : IDisposable
{
    private const long Megabyte = 1024 * 1024;

    private readonly CancellationTokenSource _spent = limits.MaxMinutes > 0 ? new(TimeSpan.FromMinutes(limits.MaxMinutes), clock) : new();
    private readonly long _maxBytes = limits.MaxMegabytes * Megabyte;
    private readonly Lock _gate = new();
    private DateTimeOffset _next;
    private long _bytes;
    private double _pause = limits.PagesPerSecond > 0 ? 1 / limits.PagesPerSecond : 0;

    public CancellationToken Token => _spent.Token;

    /// <summary>Whether bytes have to be counted.</summary>
    public bool CountsBytes => _maxBytes > 0;

    /// <summary>Why what is left is left, as a code and in words, or null while there is something to spend.</summary>
    public (string Code, string Reason)? Spent => this switch
    {
        _ when _maxBytes > 0 && Interlocked.Read(ref _bytes) >= _maxBytes => ("max-megabytes", $"the limit of {limits.MaxMegabytes.ToString(CultureInfo.InvariantCulture)} MiB received was reached"),
        _ when _spent.IsCancellationRequested => ("max-minutes", $"the limit of {limits.MaxMinutes.ToString(CultureInfo.InvariantCulture)} minutes was reached"),
        _ => null,
    };

    /// <summary>Waits until the next page may be opened, when the user or the application has set how many a second.</summary>
    public async Task PaceAsync(CancellationToken cancellationToken)
    {
        if (_pause <= 0)
        {
            return;
        }

        TimeSpan wait;
        lock (_gate)
        {
            var now = clock.GetUtcNow();
            _next = _next > now ? _next : now;
            wait = _next - now;
            _next += TimeSpan.FromSeconds(_pause);
        }

        await Task.Delay(wait, clock, cancellationToken);
    }

    /// <summary>Lets at least so many seconds pass between two pages.</summary>
    public void SlowDown(double seconds) => _pause = Math.Max(_pause, seconds);

    /// <summary>Adds bytes received, or takes back what was counted too much.</summary>
    public void Received(long bytes)
    {
        if (_maxBytes > 0 && Interlocked.Add(ref _bytes, bytes) >= _maxBytes)
        {
            // Not in the caller's thread, which brings the browser's events.
            _ = _spent.CancelAsync();
        }
    }

    public void Dispose() => _spent.Dispose();
}
