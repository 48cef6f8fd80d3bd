using System.Collections.Concurrent;
using TestForge.Pipeline;

namespace TestForge.Engine.Execution;

/// <summary>The locators that were found for drifted elements while cases ran, so that all cases of a run go on with the same.</summary>
internal sealed class HealBook
{
    private readonly ConcurrentDictionary<(Guid RunId, string ElementId), HealRecord> _found = new();
    private readonly ConcurrentDictionary<(Guid RunId, string ElementId), SemaphoreSlim> _gates = new();

    public HealRecord? Find(Guid runId, string elementId) => _found.GetValueOrDefault((runId, elementId));

    /// <summary>Returns what was found for an element, or looks for it, one case at a time.</summary>
    public async Task<HealRecord> FindAsync(Guid runId, string elementId, Func<Task<HealRecord>> look, CancellationToken cancellationToken)
    {
        var gate = _gates.GetOrAdd((runId, elementId), _ => new(1, 1));
        await gate.WaitAsync(cancellationToken);
        try
        {
            if (Find(runId, elementId) is { } found)
            {
                return found;
            }

            var record = await look();
            if (record.New is not null)
            {
                _found[(runId, elementId)] = record;
            }

            return record;
        }
        finally
        {
            gate.Release();
        }
    }
}
