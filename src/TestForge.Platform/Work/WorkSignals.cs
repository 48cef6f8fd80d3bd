using System.Collections.Concurrent;

namespace TestForge.Platform.Work;

/// <summary>Tells the workers of this process that there is something to do, so that they need not look all the time. What another process adds they find by looking.</summary>
internal sealed class WorkSignals
{
    private readonly ConcurrentDictionary<string, TaskCompletionSource> _waiting = new(StringComparer.Ordinal);

    /// <summary>Ends when work of a kind was added here. To be taken before looking, so that nothing comes in between.</summary>
    public Task Added(string kind) => _waiting.GetOrAdd(kind, _ => new(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Raise(string kind)
    {
        if (_waiting.TryRemove(kind, out var waiting))
        {
            waiting.TrySetResult();
        }
    }
}
