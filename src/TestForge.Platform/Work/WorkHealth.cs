using System.Collections.Concurrent;
using System.Diagnostics.Metrics;

namespace TestForge.Platform.Work;

/// <summary>Counts what went wrong in background work, for whoever watches the server.</summary>
public sealed class WorkHealth : IDisposable
{
    public const string MeterName = "TestForge.Platform";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _failures;
    private readonly Counter<long> _restarts;
    private readonly ConcurrentDictionary<string, (long Failures, long Restarts)> _counts = new(StringComparer.Ordinal);

    public WorkHealth()
    {
        _failures = _meter.CreateCounter<long>("testforge.work.failures", "{failure}", "Pieces of background work that failed and will be begun again.");
        _restarts = _meter.CreateCounter<long>("testforge.work.restarts", "{restart}", "Background workers that ended where they should not and were started again.");
    }

    /// <summary>Failed pieces of work and restarted workers by kind, since the process was started. A kind without trouble is not listed.</summary>
    public IReadOnlyDictionary<string, (long Failures, long Restarts)> Counts => _counts;

    /// <summary>A piece of work failed.</summary>
    public void Failed(string kind)
    {
        _failures.Add(1, KeyValuePair.Create<string, object?>("kind", kind));
        _counts.AddOrUpdate(kind, _ => (1, 0), (_, c) => (c.Failures + 1, c.Restarts));
    }

    /// <summary>A whole worker failed and begins anew.</summary>
    public void Restarted(string kind)
    {
        _restarts.Add(1, KeyValuePair.Create<string, object?>("kind", kind));
        _counts.AddOrUpdate(kind, _ => (0, 1), (_, c) => (c.Failures, c.Restarts + 1));
    }

    public void Dispose() => _meter.Dispose();
}
