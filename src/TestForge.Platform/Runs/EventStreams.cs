using System.Collections.Concurrent;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>Counts the streams that are open, and ends them when the process is to end.</summary>
internal sealed class EventStreams(TenantWork work, RunSignals signals, TimeProvider clock, IHostApplicationLifetime lifetime, IOptions<RunOptions> options)
{
    private readonly ConcurrentDictionary<long, Guid> _open = new();
    private long _last;

    /// <summary>The runs that somebody here follows.</summary>
    public IEnumerable<Guid> Runs => _open.Values.Distinct();

    public EventStream? TryOpen(TenantId tenant, Guid run, long after)
    {
        var number = Interlocked.Increment(ref _last);
        _open[number] = run;
        if (_open.Count <= options.Value.MaxStreams)
        {
            return new(tenant, run, after, work, signals, clock, () => Close(number), lifetime.ApplicationStopping);
        }

        Close(number);
        return null;
    }

    private void Close(long number) => _open.TryRemove(number, out _);
}
