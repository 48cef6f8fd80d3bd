using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery.Addresses;
using TestForge.Engine.Discovery.Robots;
using TestForge.Engine.Discovery.States;
using TestForge.Engine.Values;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>A tab and what is done with it. Opened at the first use: a small site needs few.</summary>
internal sealed class Visitor(
    BrowserHost browser,
    CrawlSession crawlSession,
    IArtifactStore artifacts,
    CrawlLimits limits,
    ValueMaker values,
    TimeProvider clock,
    SiteWatch watch,
    CrawlBudget budget,
    bool pictures) : IAsyncDisposable
{
    /// <summary>What a context and its driver keep of pages left is let go after so many.</summary>
    private const int VisitsOfContext = 200;

    private const int ExploreAttempts = 2;

    private BrowserSession? _session;
    private PageVisitor? _visitor;
    private TabWatch? _watch;
    private string? _state;
    private int _visits;

    /// <param name="url">The address.</param>
    /// <param name="known">Whether a page that was read needs no picture.</param>
    /// <param name="cancellationToken">Ends the visit.</param>
    public async Task<VisitedPage> VisitAsync(Uri url, Func<VisitedPage, bool> known, CancellationToken cancellationToken)
    {
        var visited = await VisitOnceAsync(url, known, cancellationToken);

        for (var signedIn = false; !signedIn && crawlSession.Expired(url, visited);)
        {
            // The sign-in that another tab has just made may have ended with the session that this one saw end; its own has not.
            if (await crawlSession.RenewAsync(_state, cancellationToken) is not { } renewed)
            {
                break;
            }

            signedIn = renewed;
            await CloseAsync();
            visited = await VisitOnceAsync(url, known, cancellationToken);
            crawlSession.Learn(helped: !crawlSession.Expired(url, visited));
        }

        return visited;
    }

    /// <summary>Tries the controls of a page in a context of its own, so that nothing it leaves there reaches another page.</summary>
    public async Task<ExploredPage> ExploreAsync(SitePage page, IReadOnlySet<long> known, ExplorationRules rules, CancellationToken cancellationToken)
    {
        var guard = rules.Robots is { } robots ? new RobotsGuard(robots, rules.Origin, new(page.Url)) : null;
        var options = new SessionOptions(
            StorageState: await crawlSession.StateAsync(cancellationToken),
            TimeoutMilliseconds: limits.PageTimeoutSeconds * 1_000,
            Explore: true,
            AllowDelete: rules.AllowDestructive,
            PreparePage: async (tab, token) =>
            {
                await PrepareAsync(tab, token);
                await (guard?.AttachAsync(tab, token) ?? Task.CompletedTask);
            });
        for (var attempt = 1; ; attempt++)
        {
            await using var walker = await StateWalker.OpenAsync(browser, options, values, budget.PaceAsync, cancellationToken);
            var calls = watch.Attach(walker.Context);
            var explored = await new StateExplorer(walker, page, known, rules, guard, artifacts, clock).ExploreAsync(cancellationToken);
            watch.Note(walker.Consent);
            await calls.SettleAsync(cancellationToken);
            if (walker.Alive)
            {
                return explored;
            }

            // Another tab's renderer took the whole browser with it, or this one did.
            if (attempt == ExploreAttempts)
            {
                return explored with { Skipped = [.. explored.Skipped, new(SecretsInUrls.Hide(page.Url), "browser-ended", "the browser ended while the controls of the page were tried; what was found until then was kept", page.Id)] };
            }
        }
    }

    /// <summary>Reads what the application tells crawlers.</summary>
    public async Task<SiteGuide> GuideAsync(SiteGuideReader reader, Uri origin, CancellationToken cancellationToken) =>
        await reader.ReadAsync((await SessionAsync(cancellationToken)).Page, origin, cancellationToken);

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task<VisitedPage> VisitOnceAsync(Uri url, Func<VisitedPage, bool> known, CancellationToken cancellationToken)
    {
        if (++_visits % VisitsOfContext == 0)
        {
            await CloseAsync();
        }

        var session = await SessionAsync(cancellationToken);
        _visitor ??= new(session, artifacts, limits);
        await budget.PaceAsync(cancellationToken);
        var visited = await _visitor.VisitAsync(url, known, cancellationToken);
        await watch.LookAsync(session, visited);
        await _watch!.SettleAsync(cancellationToken);
        return visited;
    }

    private async Task CloseAsync()
    {
        _visitor = null;
        if (_session is { } session)
        {
            _session = null;
            await session.DisposeAsync();
        }
    }

    private async Task<BrowserSession> SessionAsync(CancellationToken cancellationToken)
    {
        if (_session is { } open)
        {
            if (open.Alive)
            {
                return open;
            }

            // Another tab's renderer took the whole browser with it.
            await CloseAsync();
        }

        _state = await crawlSession.StateAsync(cancellationToken);
        var options = new SessionOptions(StorageState: _state, TimeoutMilliseconds: limits.PageTimeoutSeconds * 1_000, PreparePage: PrepareAsync);
        _session = await BrowserSession.OpenAsync(browser, options, cancellationToken);
        _watch = watch.Attach(_session.Context);
        return _session;
    }

    private async Task PrepareAsync(IPage page, CancellationToken cancellationToken)
    {
        if (budget.CountsBytes)
        {
            await ByteMeter.AttachAsync(page, budget.Received, cancellationToken);
        }

        if (!pictures)
        {
            await PictureBlock.AttachAsync(page, cancellationToken);
        }
    }
}
