using Microsoft.Playwright;

namespace TestForge.Engine.Browser;

/// <summary>A fresh context with one page and a record of what it logged and requested.</summary>
internal sealed class BrowserSession : IAsyncDisposable
{
    private const int Attempts = 3;
    private static readonly TimeSpan NewPageLimit = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan CloseLimit = TimeSpan.FromSeconds(5);
    private readonly BrowserHost _host;
    private readonly SessionOptions _options;

    private BrowserSession(BrowserHost host, SessionOptions options, IBrowserContext context, IPage page, PageRecorder recorder)
    {
        _host = host;
        _options = options;
        Context = context;
        Page = page;
        Recorder = recorder;
    }

    public IBrowserContext Context { get; }

    /// <inheritdoc cref="BrowserHost.Variables"/>
    public RunVariables Variables => _host.Variables;

    /// <summary>False once the browser has ended.</summary>
    public bool Alive => Context.Browser is { } browser && _host.Runs(browser);

    public IPage Page { get; private set; }

    public PageRecorder Recorder { get; private set; }

    /// <summary>Opens a context that behaves the same on every machine: fixed locale, time zone, viewport and motion.</summary>
    public static async Task<BrowserSession> OpenAsync(BrowserHost host, SessionOptions options, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var browser = await host.BrowserAsync(cancellationToken);
            try
            {
                return await OpenAsync(host, browser, options, cancellationToken);
            }
            catch (PlaywrightException) when (attempt < Attempts && !host.Runs(browser))
            {
                // Another tab's renderer took the whole browser with it.
            }
        }
    }

    /// <inheritdoc cref="BrowserHost.EgressAnswer"/>
    public string? EgressAnswer(IReadOnlyDictionary<string, string> headers) => _host.EgressAnswer(headers);

    /// <inheritdoc cref="BrowserHost.GuardAsync"/>
    public Task<Proxy> GuardAsync(CancellationToken cancellationToken) => _host.GuardAsync(cancellationToken);

    /// <summary>Why the egress guard refused the host of an address, or null when it did not.</summary>
    public string? RefusalOf(Uri url) =>
        _host.Refusals.LastOrDefault(r => r.Host == $"{url.IdnHost}:{url.Port}" || r.Host == $"{url.Host}:{url.Port}")?.Reason;

    /// <summary>Whether nothing happened in the context that leaves more behind than the storage of one origin.</summary>
    public bool Untouched(string origin) => Alive && Context.Pages.Count == 1 && Recorder.StayedAt(origin);

    /// <summary>Gives the page the size again that it had at first.</summary>
    public Task RestoreViewportAsync() => Page.ViewportSize is { } size && (size.Width, size.Height) == (_options.Width, _options.Height)
        ? Task.CompletedTask
        : Page.SetViewportSizeAsync(_options.Width, _options.Height);

    /// <summary>Replaces the page by a new one in the same context, after a crash or a hang. A browser that opens none any more is ended; <see cref="Alive"/> tells.</summary>
    public async Task RenewPageAsync(CancellationToken cancellationToken)
    {
        await Bounded.TryAsync(Page.CloseAsync(), CloseLimit);
        try
        {
            Page = await Context.NewPageAsync().WaitAsync(NewPageLimit, cancellationToken);
            await (_options.PreparePage?.Invoke(Page, cancellationToken) ?? Task.CompletedTask);
            Recorder = PageRecorder.Attach(Page);
        }
        catch (Exception e) when (e is TimeoutException or PlaywrightException && Context.Browser is not null)
        {
            cancellationToken.ThrowIfCancellationRequested();
            await _host.EndAsync(Context.Browser!);
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!await Bounded.TryAsync(Context.CloseAsync(), CloseLimit) && Context.Browser is { } browser)
        {
            // A context that cannot be closed holds a renderer that hangs; only the whole browser can be ended.
            await _host.EndAsync(browser);
        }
    }

    private static async Task<BrowserSession> OpenAsync(BrowserHost host, IBrowser browser, SessionOptions options, CancellationToken cancellationToken)
    {
        var context = await browser.NewContextAsync(new()
        {
            Locale = "en-US",
            TimezoneId = "UTC",
            ViewportSize = new() { Width = options.Width, Height = options.Height },
            ReducedMotion = ReducedMotion.Reduce,
            ColorScheme = ColorScheme.Light,
            ServiceWorkers = ServiceWorkerPolicy.Block,
            AcceptDownloads = false,
            StorageStatePath = options.StorageStatePath,
            StorageState = options.StorageState,
        }).WaitAsync(cancellationToken);
        try
        {
            context.SetDefaultTimeout(options.TimeoutMilliseconds);
            await context.AddInitScriptAsync(PageScripts.Watch);
            if (options.Explore)
            {
                await context.AddInitScriptAsync(PageScripts.Crawl(options.AllowDelete));
            }

            var page = await context.NewPageAsync().WaitAsync(cancellationToken);
            await (options.PreparePage?.Invoke(page, cancellationToken) ?? Task.CompletedTask);
            return new(host, options, context, page, PageRecorder.Attach(page));
        }
        catch
        {
            await Bounded.TryAsync(context.CloseAsync(), CloseLimit);
            throw;
        }
    }
}
