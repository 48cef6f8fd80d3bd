using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Claude;
using TestForge.Engine.Design.Trials;
using TestForge.Engine.Goals.Live;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine;

/// <summary>A live page of an application in a browser of its own, for programs outside the engine: what is done passes the guard, and what it shows comes fenced.</summary>
public sealed class LiveApplication : IAsyncDisposable
{
    private const int MaxText = 14_000;

    private readonly ServiceProvider _services;
    private readonly LivePage _page;
    private readonly AgentText _text;

    private LiveApplication(ServiceProvider services, LivePage page, AgentText text)
    {
        _services = services;
        _page = page;
        _text = text;
    }

    /// <summary>False once the page or its browser has ended.</summary>
    public bool Alive => _page.Alive;

    /// <summary>Opens the target's own path. Throws <c>browser.*</c> and <c>session.*</c>; that the page itself did not open is told.</summary>
    /// <param name="target">The application.</param>
    /// <param name="text">Makes what the page shows fit to be told.</param>
    /// <param name="configure">Sets the options of the browser.</param>
    /// <param name="cancellationToken">Stops it, and ends the browser.</param>
    public static async Task<(LiveApplication Application, LiveTold Opened)> OpenAsync(LiveTarget target, AgentText text, Action<IServiceCollection> configure, CancellationToken cancellationToken)
    {
        var services = new ServiceCollection();
        configure(services);
        services.AddEngine();
        var provider = services.BuildServiceProvider();
        try
        {
            return await NamedAsync(async () =>
            {
                var state = await provider.GetRequiredService<SessionStates>().StorageStateAsync(target.Session, target.Address, cancellationToken);
                var (page, opened) = await LivePage.OpenAsync(provider.GetRequiredService<BrowserHost>(), OptionsOf(target, state), cancellationToken);
                var application = new LiveApplication(provider, page, text);
                return (application, await application.ToldAsync(opened, cancellationToken));
            });
        }
        catch
        {
            await provider.DisposeAsync();
            throw;
        }
    }

    /// <summary>The page as it stands, fenced.</summary>
    public Task<string> ReadAsync(CancellationToken cancellationToken) =>
        NamedAsync(async () => _text.Fenced("the page as it stands", (await _page.ReadAsync(cancellationToken)).ToString(), MaxText));

    /// <summary>Does something on the page as it was read last, and reads it again.</summary>
    public Task<LiveTold> ActAsync(LiveAct act, CancellationToken cancellationToken) =>
        NamedAsync(async () => await ToldAsync(await _page.ActAsync(act, cancellationToken), cancellationToken));

    public async ValueTask DisposeAsync()
    {
        await _page.DisposeAsync();
        await _services.DisposeAsync();
    }

    private static LivePageOptions OptionsOf(LiveTarget target, string? state) => new()
    {
        Target = new(target.Address.GetLeftPart(UriPartial.Authority)),
        StartPath = target.Address.PathAndQuery,
        Scope = target.Scope,
        StorageState = state,
        AllowDestructive = target.AllowDestructive,
        Forbidden = print => state is not null && SignOutWords.Name(print),
        Variables = target.Variables,
        Seed = target.Seed,
    };

    // What the browser itself cannot do is no bug of ours, and whoever asked can do something else.
    private static async Task<T> NamedAsync<T>(Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (Exception e) when (e is PlaywrightException or TimeoutException)
        {
            throw new StageException("browser.page_lost", $"The page can no longer be used: {PageText.Clean(e.Message.Split('\n')[0])} Open it again.", retryable: true, e);
        }
    }

    private async Task<LiveTold> ToldAsync(LiveAnswer answer, CancellationToken cancellationToken)
    {
        var text = new StringBuilder();
        if (answer.Message.Length > 0)
        {
            text.Append(answer.Result == LiveResult.Refused ? "refused because " : "failed: ").AppendLine(answer.Message);
        }

        foreach (var change in answer.Changes)
        {
            text.Append("changed: ").AppendLine(change);
        }

        if (_page.Alive)
        {
            text.Append((await _page.ReadAsync(cancellationToken)).ToString());
        }

        return new(answer.Result, _text.Fenced("what became of it, and the page as it stands", text.ToString(), MaxText));
    }
}
