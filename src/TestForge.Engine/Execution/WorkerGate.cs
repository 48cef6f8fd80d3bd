using Microsoft.Extensions.Options;

namespace TestForge.Engine.Execution;

/// <summary>Limits the cases running at once in this process, first come first served; a case may also ask to run with no other beside it.</summary>
internal sealed class WorkerGate(IOptions<ExecutionOptions> options)
{
    /// <summary>How many cases may go before one that waits to be alone, so that it is not kept waiting for ever by a busy process.</summary>
    private const int MaxOvertakes = 200;

    private readonly int _slots = options.Value.EffectiveWorkers;
    private readonly Lock _lock = new();
    private readonly Queue<TaskCompletionSource> _shared = new();
    private readonly Queue<TaskCompletionSource> _alone = new();
    private int _running;
    private int _overtakes;
    private bool _exclusive;

    /// <summary>Waits for a slot. Every entry that returns is followed by one <see cref="Leave"/>.</summary>
    public Task EnterAsync(CancellationToken cancellationToken) => WaitAsync(_shared, cancellationToken);

    /// <summary>Waits until nothing else runs, and keeps others out until <see cref="Leave"/>.</summary>
    public Task EnterAloneAsync(CancellationToken cancellationToken) => WaitAsync(_alone, cancellationToken);

    public void Leave()
    {
        lock (_lock)
        {
            _running--;
            _exclusive = false;
            Admit();
        }
    }

    private async Task WaitAsync(Queue<TaskCompletionSource> queue, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var turn = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            queue.Enqueue(turn);
            Admit();
        }

        await using var registration = cancellationToken.Register(() =>
        {
            lock (_lock)
            {
                if (turn.TrySetCanceled(cancellationToken))
                {
                    Admit();
                }
            }
        });
        await turn.Task;
    }

    private void Admit()
    {
        while (!_exclusive)
        {
            SkipCancelled(_shared);
            SkipCancelled(_alone);
            if (_alone.Count > 0 && (_shared.Count == 0 || _overtakes >= MaxOvertakes))
            {
                if (_running > 0)
                {
                    return;
                }

                _overtakes = 0;
                _exclusive = true;
                Admit(_alone);
            }
            else if (_shared.Count > 0 && _running < _slots)
            {
                _overtakes += _alone.Count > 0 ? 1 : 0;
                Admit(_shared);
            }
            else
            {
                return;
            }
        }
    }

    private void Admit(Queue<TaskCompletionSource> queue)
    {
        _running++;
        queue.Dequeue().SetResult();
    }

    private static void SkipCancelled(Queue<TaskCompletionSource> queue)
    {
        while (queue.TryPeek(out var first) && first.Task.IsCompleted)
        {
            queue.Dequeue();
        }
    }
}
