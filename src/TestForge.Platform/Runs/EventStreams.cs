using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>Counts the streams that are open, and ends them when the process is to end.</summary>
internal sealed class EventStreams(TenantWork work, RunSignals signals, TimeProvider clock, IHostApplicationLifetime lifetime, IOptions<RunOptions> options)
{
    private int _open;

    public EventStream? TryOpen(TenantId tenant, Guid run, long after)
    {
        if (Interlocked.Increment(ref _open) <= options.Value.MaxStreams)
        {
            return new(tenant, run, after, work, signals, clock, () => Interlocked.Decrement(ref _open), lifetime.ApplicationStopping);
        }

        Interlocked.Decrement(ref _open);
        return null;
    }
}
