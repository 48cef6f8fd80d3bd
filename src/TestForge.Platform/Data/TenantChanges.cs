using System.Collections.Concurrent;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>Counts what this process has committed for each tenant, so that what was read before a change can be told to be old.</summary>
internal sealed class TenantChanges
{
    private readonly ConcurrentDictionary<TenantId, long> _counts = new();

    public long Of(TenantId tenant) => _counts.GetValueOrDefault(tenant);

    public void Add(TenantId tenant) => _counts.AddOrUpdate(tenant, 1, static (_, count) => count + 1);
}
