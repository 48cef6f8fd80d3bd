using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Execution;

/// <summary>Keeps contexts ready that are new or were made like new, beside the cases instead of before them.</summary>
internal sealed class SessionPool(BrowserHost browser, IOptions<ExecutionOptions> options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Task<PooledSession?>>> _ready = new();
    private readonly ConcurrentDictionary<Task, byte> _closing = new();
    private int _users;
    private int _servedAgain;
    private volatile bool _distrusted;

    /// <summary>How often a context was given that had served before.</summary>
    public int ServedAgain => _servedAgain;

    /// <summary>Contexts are made ahead only while someone uses the pool; the last one to leave closes what is left.</summary>
    public void Enter() => Interlocked.Increment(ref _users);

    public void Leave()
    {
        if (Interlocked.Decrement(ref _users) == 0)
        {
            Discard();
        }
    }

    /// <param name="state">Storage state to start with, or null.</param>
    /// <param name="wanted">How many more of the kind will be wanted: the next is then made while this one is used.</param>
    /// <param name="mayBeUsed">Whether a context that served another case and was cleaned will do.</param>
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<PooledSession> TakeAsync(string? state, int wanted, bool mayBeUsed, CancellationToken cancellationToken)
    {
        var queue = _ready.GetOrAdd(state ?? "", _ => new());
        var session = mayBeUsed ? await ReadyAsync(queue, cancellationToken) : null;
        session ??= await OpenAsync(state, cancellationToken);
        if (queue.IsEmpty && wanted > 0)
        {
            queue.Enqueue(OpenAsync(state, CancellationToken.None)!);
        }

        if (session.Used)
        {
            Interlocked.Increment(ref _servedAgain);
        }

        return session;
    }

    /// <summary>Gives no context twice from now on.</summary>
    public void Distrust() => _distrusted = true;

    /// <param name="used">What <see cref="TakeAsync"/> gave.</param>
    /// <param name="target">The application, when the context may serve again once it is clean; null when it may not.</param>
    public void Return(PooledSession used, Uri? target)
    {
        if (target is not null && !_distrusted && used.MayServeAgain && _ready.TryGetValue(used.State ?? "", out var queue) && queue.Count <= options.Value.EffectiveWorkers)
        {
            queue.Enqueue(CleanedAsync(used, target));
        }
        else
        {
            Track(used.Session.DisposeAsync().AsTask());
        }
    }

    public async ValueTask DisposeAsync()
    {
        Discard();
        await Task.WhenAny(Task.WhenAll(_closing.Keys), Task.Delay(TimeSpan.FromSeconds(2)));
    }

    private async Task<PooledSession?> ReadyAsync(ConcurrentQueue<Task<PooledSession?>> queue, CancellationToken cancellationToken)
    {
        while (queue.TryDequeue(out var prepared))
        {
            if (await TryAsync(prepared, cancellationToken) is not { } session)
            {
                continue;
            }

            if (!session.Used || !_distrusted)
            {
                return session;
            }

            Track(session.Session.DisposeAsync().AsTask());
        }

        return null;
    }

    private async Task<PooledSession> OpenAsync(string? state, CancellationToken cancellationToken) =>
        new(await BrowserSession.OpenAsync(browser, new(StorageState: state, Width: options.Value.ViewportWidth, Height: options.Value.ViewportHeight), cancellationToken), state);

    private async Task<PooledSession?> CleanedAsync(PooledSession used, Uri target)
    {
        if (await used.CleanAsync(target))
        {
            return used;
        }

        Track(used.Session.DisposeAsync().AsTask());
        return null;
    }

    private void Discard()
    {
        foreach (var queue in _ready.Values)
        {
            while (queue.TryDequeue(out var prepared))
            {
                Track(CloseAsync(prepared));
            }
        }
    }

    private void Track(Task closing)
    {
        _closing.TryAdd(closing, 0);
        _ = closing.ContinueWith(
            t =>
            {
                _closing.TryRemove(t, out _);

                // A context that cannot be closed went with its browser; seeing the failure is enough.
                _ = t.Exception;
            },
            CancellationToken.None,
            TaskContinuationOptions.None,
            TaskScheduler.Default);
    }

    private static async Task CloseAsync(Task<PooledSession?> prepared)
    {
        if (await TryAsync(prepared, CancellationToken.None) is { } session)
        {
            await session.Session.DisposeAsync();
        }
    }

    private static async Task<PooledSession?> TryAsync(Task<PooledSession?> prepared, CancellationToken cancellationToken)
    {
        try
        {
            var session = await prepared.WaitAsync(cancellationToken);
            return session?.Session.Alive == true ? session : null;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Its browser has gone since; a new context is opened instead.
            return null;
        }
    }
}
