namespace TestForge.Platform.Work;

/// <summary>What is to be done before work is given out.</summary>
public sealed class Startup
{
    private readonly WorkQueue _queue;

    internal Startup(WorkQueue queue) => _queue = queue;

    /// <summary>Takes back what an earlier process of this installation had in hand. Only where there is one process.</summary>
    public Task ReclaimAsync(CancellationToken cancellationToken) => _queue.ReleaseAllAsync(cancellationToken);
}
