using System.Collections.Concurrent;

namespace TestForge.Platform.Runs;

/// <summary>Words between parts of this process, so that nobody waits for the next look at the database. Other processes hear nothing and look.</summary>
internal sealed class RunSignals
{
    private readonly ConcurrentDictionary<Guid, TaskCompletionSource> _changed = new();
    private readonly ConcurrentDictionary<Guid, Action> _running = new();
    private TaskCompletionSource _queued = New();

    /// <summary>Ends when something new is known of the run. To be taken before looking, so that nothing comes in between.</summary>
    public Task Changed(Guid run) => _changed.GetOrAdd(run, _ => New()).Task;

    public void Raise(Guid run)
    {
        if (_changed.TryRemove(run, out var waiting))
        {
            waiting.TrySetResult();
        }
    }

    /// <summary>Ends when a run was queued here. To be taken before looking.</summary>
    public Task Queued => Volatile.Read(ref _queued).Task;

    public void RaiseQueued() => Interlocked.Exchange(ref _queued, New()).TrySetResult();

    /// <summary>Calls <paramref name="stop"/> when somebody asks here for the run to stop.</summary>
    public void Watch(Guid run, Action stop) => _running[run] = stop;

    public void Unwatch(Guid run) => _running.TryRemove(run, out _);

    public void Stop(Guid run)
    {
        if (_running.TryGetValue(run, out var stop))
        {
            stop();
        }
    }

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
