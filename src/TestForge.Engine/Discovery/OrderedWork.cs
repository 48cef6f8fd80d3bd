namespace TestForge.Engine.Discovery;

/// <summary>Hands items to tabs side by side and takes the results in the order the items were handed out, so that two crawls number pages alike.</summary>
/// <param name="tabs">What the work is done in; each does one item at a time.</param>
/// <param name="limit">Gives how many may be at work, told how many are.</param>
/// <param name="take">Gives the next item, told how many are under way, or null when there is none now.</param>
/// <param name="work">Does an item in a tab.</param>
/// <param name="commit">Takes a result; may make new items available.</param>
internal sealed class OrderedWork<TTab, TItem, TResult>(
    IReadOnlyCollection<TTab> tabs,
    Func<int, int> limit,
    Func<int, TItem?> take,
    Func<TTab, TItem, CancellationToken, Task<TResult>> work,
    Action<TItem, TResult> commit)
    where TItem : class
{
    private readonly Stack<TTab> _idle = new(tabs.Reverse());
    private readonly Queue<(TItem Item, Task<TResult> Work)> _underWay = new();

    /// <summary>Works until nothing is left. Returns false when stopped; what was committed stays.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        try
        {
            HandOut(cancellationToken);
            while (_underWay.TryPeek(out var head))
            {
                while (!head.Work.IsCompleted)
                {
                    // The head itself always: it may complete between the two looks, and then none would be left to wait for.
                    await Task.WhenAny(_underWay.Select(u => u.Work).Where(w => w == head.Work || !w.IsCompleted));
                    HandOut(cancellationToken);
                }

                _underWay.Dequeue();
                commit(head.Item, await head.Work);
                HandOut(cancellationToken);
            }

            return !cancellationToken.IsCancellationRequested;
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return false;
        }
        finally
        {
            // Whoever disposes the tabs next must find them at rest.
            await Task.WhenAll(_underWay.Select(u => u.Work)).ContinueWith(static _ => { }, CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }

    private void HandOut(CancellationToken cancellationToken)
    {
        while (!cancellationToken.IsCancellationRequested && TryPop(out var tab))
        {
            if (take(_underWay.Count) is not { } item)
            {
                Push(tab);
                return;
            }

            _underWay.Enqueue((item, WorkAsync(tab, item, cancellationToken)));
        }
    }

    private async Task<TResult> WorkAsync(TTab tab, TItem item, CancellationToken cancellationToken)
    {
        try
        {
            return await work(tab, item, cancellationToken);
        }
        finally
        {
            Push(tab);
        }
    }

    private bool TryPop([System.Diagnostics.CodeAnalysis.MaybeNullWhen(false)] out TTab tab)
    {
        lock (_idle)
        {
            tab = default;
            var busy = tabs.Count - _idle.Count;
            return busy < limit(busy) && _idle.TryPop(out tab);
        }
    }

    private void Push(TTab tab)
    {
        lock (_idle)
        {
            _idle.Push(tab);
        }
    }
}
