using System.Collections.Concurrent;
using TestForge.Engine.Browser;

namespace TestForge.Engine.Execution;

/// <summary>Keeps fresh contexts ready, and closes used ones beside the next case instead of before it. No context serves twice.</summary>
internal sealed class SessionPool(BrowserHost browser) : IAsyncDisposable
{
    private readonly ConcurrentDictionary<string, ConcurrentBag<Task<BrowserSession>>> _ready = new();
    private readonly ConcurrentDictionary<Task, byte> _closing = new();

    public async Task<BrowserSession> TakeAsync(string? state, CancellationToken cancellationToken)
    {
        var bag = _ready.GetOrAdd(state ?? "", _ => []);
        var session = bag.TryTake(out var prepared) ? await TryAsync(prepared, cancellationToken) : null;

        // The next case finds its context made while this one runs.
        bag.Add(OpenAsync(state));
        return session ?? await BrowserSession.OpenAsync(browser, new(StorageState: state), cancellationToken);
    }

    public void Return(BrowserSession used)
    {
        var closing = used.DisposeAsync().AsTask();
        _closing.TryAdd(closing, 0);
        _ = closing.ContinueWith(t => _closing.TryRemove(t, out _), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
    }

    public async ValueTask DisposeAsync()
    {
        await Task.WhenAny(Task.WhenAll(_closing.Keys), Task.Delay(TimeSpan.FromSeconds(2)));
    }

    private Task<BrowserSession> OpenAsync(string? state) => BrowserSession.OpenAsync(browser, new(StorageState: state), CancellationToken.None);

    private static async Task<BrowserSession?> TryAsync(Task<BrowserSession> prepared, CancellationToken cancellationToken)
    {
        try
        {
            var session = await prepared.WaitAsync(cancellationToken);
            return session.Context.Browser is { IsConnected: true } ? session : null;
        }
        catch (Exception e) when (e is Microsoft.Playwright.PlaywrightException or TimeoutException)
        {
            // Its browser has gone since; a new context is opened instead.
            return null;
        }
    }
}
