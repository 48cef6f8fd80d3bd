using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Execution;

/// <summary>Keeps fresh contexts ready, and closes used ones beside the next case instead of before it. No context serves twice.</summary>
internal sealed class SessionPool(BrowserHost browser, IOptions<ExecutionOptions> options) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentQueue<Task<BrowserSession>>> _ready = new();
    private readonly ConcurrentDictionary<Task, byte> _closing = new();
    private int _users;

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
    /// <param name="cancellationToken">Stops waiting.</param>
    public async Task<BrowserSession> TakeAsync(string? state, int wanted, CancellationToken cancellationToken)
    {
        var queue = _ready.GetOrAdd(state ?? "", _ => new());
        var session = queue.TryDequeue(out var prepared) ? await TryAsync(prepared, cancellationToken) : null;
        session ??= await BrowserSession.OpenAsync(browser, OptionsFor(state), cancellationToken);
        if (queue.Count < wanted)
        {
            queue.Enqueue(BrowserSession.OpenAsync(browser, OptionsFor(state), CancellationToken.None));
        }

        return session;
    }

    public void Return(BrowserSession used) => Track(used.DisposeAsync().AsTask());

    public async ValueTask DisposeAsync()
    {
        Discard();
        await Task.WhenAny(Task.WhenAll(_closing.Keys), Task.Delay(TimeSpan.FromSeconds(2)));
    }

    private SessionOptions OptionsFor(string? state) =>
        new(StorageState: state, Width: options.Value.ViewportWidth, Height: options.Value.ViewportHeight);

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

    private static async Task CloseAsync(Task<BrowserSession> prepared)
    {
        if (await TryAsync(prepared, CancellationToken.None) is { } session)
        {
            await session.DisposeAsync();
        }
    }

    private static async Task<BrowserSession?> TryAsync(Task<BrowserSession> prepared, CancellationToken cancellationToken)
    {
        try
        {
            var session = await prepared.WaitAsync(cancellationToken);
            return session.Context.Browser is { IsConnected: true } ? session : null;
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            // Its browser has gone since; a new context is opened instead.
            return null;
        }
    }
}
