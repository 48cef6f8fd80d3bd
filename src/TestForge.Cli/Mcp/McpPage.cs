using Microsoft.Extensions.DependencyInjection;
using TestForge.Cli.Settings;
using TestForge.Engine;
using TestForge.Engine.Browser;
using TestForge.Engine.Goals.Live;
using TestForge.Pipeline;

namespace TestForge.Cli.Mcp;

/// <summary>The one live page of a session. Opening another closes it.</summary>
internal sealed class McpPage(CliEnvironment environment, McpSession session) : IAsyncDisposable
{
    private readonly SemaphoreSlim _gate = new(1, 1);
    private LiveApplication? _application;

    public Task<LiveTold> OpenAsync(Uri target, CancellationToken cancellationToken) => AloneAsync(async () =>
    {
        await CloseNowAsync();
        var settings = new RunSettings(session.Settings);
        var live = new LiveTarget
        {
            Address = target,
            Scope = settings.Scope,
            Session = session.SignIn,
            AllowDestructive = settings.Limits.AllowDestructive,
            Variables = session.Variables,
            Seed = settings.Seed,
        };
        (_application, var opened) = await LiveApplication.OpenAsync(live, session.Text, services => Configure(services, settings, target), cancellationToken);
        return opened;
    }, cancellationToken);

    public Task<string> ReadAsync(CancellationToken cancellationToken) => AloneAsync(() => Open().ReadAsync(cancellationToken), cancellationToken);

    public Task<LiveTold> ActAsync(LiveAct act, CancellationToken cancellationToken) => AloneAsync(() => Open().ActAsync(act, cancellationToken), cancellationToken);

    /// <summary>Returns whether there was one.</summary>
    public Task<bool> CloseAsync(CancellationToken cancellationToken) => AloneAsync(CloseNowAsync, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        await CloseNowAsync();
        _gate.Dispose();
    }

    private void Configure(IServiceCollection services, RunSettings settings, Uri target)
    {
        services.AddSingleton(environment.Clock);
        services.Configure<BrowserOptions>(options =>
        {
            settings.Apply(options);
            options.Target = target;
            options.GuardTarget = session.Targets.Guards;
        });
    }

    private LiveApplication Open() => _application switch
    {
        null => throw new StageException("mcp.no_page", "No page is open. Call open_page first.", retryable: false),
        { Alive: false } => throw new StageException("browser.page_lost", "The page or its browser has ended. Call open_page again.", retryable: true),
        var open => open,
    };

    private async Task<bool> CloseNowAsync()
    {
        if (_application is not { } open)
        {
            return false;
        }

        _application = null;
        await open.DisposeAsync();
        return true;
    }

    private async Task<T> AloneAsync<T>(Func<Task<T>> work, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            return await work();
        }
        finally
        {
            _gate.Release();
        }
    }
}
