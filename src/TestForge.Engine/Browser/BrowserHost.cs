using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Playwright;
using TestForge.Egress;
using TestForge.Pipeline;

namespace TestForge.Engine.Browser;

/// <summary>Owns the one browser process of a run. Started when first needed, started again when it has crashed.</summary>
internal sealed partial class BrowserHost(IOptions<BrowserOptions> options, ILogger<BrowserHost> logger, HostResolver? resolver = null, RunVariables? variables = null) : IAsyncDisposable
{
    private static readonly string[] Arguments =
    [
        "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync", "--force-color-profile=srgb", "--hide-scrollbars",
        BrowserFeatures.Switch,
    ];

    private readonly SemaphoreSlim _gate = new(1, 1);
    private readonly BrowserOptions _options = options.Value;
    private IPlaywright? _playwright;
    private IBrowser? _browser;
    private string? _version;
    private EgressProxy? _proxy;
    private bool _reachesTargetDirectly;
    private bool _disposed;

    /// <summary>Addresses the egress guard refused so far.</summary>
    public IReadOnlyCollection<EgressRefusal> Refusals => _proxy?.Refusals ?? [];

    /// <summary>What an answer of the egress guard itself says, <c>refused</c> or <c>unreachable</c>; null for an answer of anyone else.</summary>
    public string? EgressAnswer(IReadOnlyDictionary<string, string> headers) =>
        _proxy is not null && headers.TryGetValue(EgressProxy.Header.ToLowerInvariant(), out var value) && value.Split(' ') is [var mark, var answer] && mark == _proxy.Mark
            ? answer
            : null;

    /// <summary>What the run may type that is in no file.</summary>
    public RunVariables Variables { get; } = variables ?? RunVariables.OfProcess;

    /// <summary>The version of the browser started last, or null before the first.</summary>
    public string? Version => _version;

    public async Task<IBrowser> BrowserAsync(CancellationToken cancellationToken)
    {
        if (_browser is { IsConnected: true } running)
        {
            return running;
        }

        await _gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_browser is { IsConnected: true } browser)
            {
                return browser;
            }

            if (_version is not null)
            {
                LogRestart();
            }

            var started = await LaunchAsync(cancellationToken);
            _version = started.Version;
            return _browser = started;
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>The guard that a browser started elsewhere has to go through, and what it may reach without.</summary>
    public async Task<Proxy> GuardAsync(CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            return await SetUpGuardAsync(cancellationToken);
        }
        finally
        {
            _gate.Release();
        }
    }

    /// <summary>Ends a browser at once; the next use starts a new one. For a renderer that no longer answers.</summary>
    public async Task EndAsync(IBrowser browser)
    {
        // Given to nobody from here on, though it may take its time to end or never do.
        if (Interlocked.CompareExchange(ref _browser, null, browser) == browser)
        {
            await Bounded.TryAsync(browser.CloseAsync(), TimeSpan.FromSeconds(5));
        }
    }

    /// <summary>Whether a browser is the one in use: it has not crashed, and nobody has begun to end it.</summary>
    public bool Runs(IBrowser browser) => browser == _browser && browser.IsConnected;

    public async ValueTask DisposeAsync()
    {
        _disposed = true;
        if (_browser is { } browser)
        {
            await Bounded.TryAsync(browser.CloseAsync(), TimeSpan.FromSeconds(5));
        }

        // Ending the driver ends every browser it started.
        _playwright?.Dispose();
        if (_proxy is not null)
        {
            await _proxy.DisposeAsync();
        }

        _gate.Dispose();
    }

    private async Task<IBrowser> LaunchAsync(CancellationToken cancellationToken)
    {
        var executable = BrowserFinder.Find(_options);
        PlaywrightDriver.Locate();
        var guard = await SetUpGuardAsync(cancellationToken);
        _playwright ??= await Playwright.CreateAsync().WaitAsync(cancellationToken);
        try
        {
            return await _playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = executable,
                Headless = !_options.Headed,
                ChromiumSandbox = !IsRoot,
                Args = Arguments,
                HandleSIGINT = false,
                HandleSIGTERM = false,
                HandleSIGHUP = false,
                Proxy = guard,
            }).WaitAsync(cancellationToken);
        }
        catch (PlaywrightException e)
        {
            throw new StageException(
                "browser.launch_failed",
                HasNoDisplay(_options)
                    ? "The browser's window has no display to appear on. Leave out --headed, or start the command with xvfb-run."
                    : $"The browser '{executable}' did not start: {FirstLine(e.Message)} Run `testforge doctor` to see what is missing.",
                retryable: false,
                e);
        }
    }

    private async Task<Proxy> SetUpGuardAsync(CancellationToken cancellationToken)
    {
        if (_proxy is null)
        {
            var connector = new EgressConnector(EgressRulesFor(_options), resolver);

            // A target on this machine or network was named by whoever may reach it. One in public is guarded too: its name may begin to lead here.
            _reachesTargetDirectly = _options.Target is { } target && (_options.AllowPrivate || (TargetReach.MayBePrivate(_options) && !await connector.BeginsPublicAsync(target.IdnHost, cancellationToken)));
            _proxy = EgressProxy.Start(connector);
        }

        return new() { Server = _proxy.Address.ToString(), Bypass = Bypass };
    }

    /// <summary>Chromium's sandbox does not work for root; everyone else keeps it.</summary>
    private static bool IsRoot => Environment.UserName == "root";

    private static EgressRules EgressRulesFor(BrowserOptions options) => new()
    {
        AllowPrivate = options.AllowPrivate,
        // A target may send its visitors from http to https of its own host; any other port is another place.
        Allowed = options is { Target: { } target } && TargetReach.MayBePrivate(options) ? [$"{target.IdnHost}:{target.Port}", $"{target.IdnHost}:80", $"{target.IdnHost}:443"] : [],
    };

    // "<-loopback>" sends loopback addresses through the guard too.
    private string Bypass => _reachesTargetDirectly ? $"<-loopback>,{_options.Target!.IdnHost}:{_options.Target.Port}" : "<-loopback>";

    private static bool HasNoDisplay(BrowserOptions options) => options.Headed
        && OperatingSystem.IsLinux()
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY"))
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("WAYLAND_DISPLAY"));

    private static string FirstLine(string text) => text.AsSpan().IndexOf('\n') is var i and >= 0 ? text[..i] : text;

    [LoggerMessage(1001, LogLevel.Warning, "The browser process ended; starting a new one")]
    private partial void LogRestart();
}
