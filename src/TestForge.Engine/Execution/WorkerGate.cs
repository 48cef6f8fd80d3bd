using Microsoft.Extensions.Options;

namespace TestForge.Engine.Execution;

/// <summary>Limits the cases running at once in this process, first come first served.</summary>
internal sealed class WorkerGate(IOptions<ExecutionOptions> options) : IDisposable
{
    private readonly SemaphoreSlim _slots = new(options.Value.EffectiveWorkers);

    public Task EnterAsync(CancellationToken cancellationToken) => _slots.WaitAsync(cancellationToken);

    public void Leave() => _slots.Release();

    public void Dispose() => _slots.Dispose();
}
