using Microsoft.Playwright;
using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>A tab and what is done with it. Opened at the first use: a small site needs few.</summary>
internal sealed class Visitor(BrowserHost browser, CrawlSession crawlSession, IArtifactStore artifacts, CrawlLimits limits, CrawlBudget budget) : IAsyncDisposable
{
    private BrowserSession? _session;
    private PageVisitor? _visitor;
    private string? _state;

    public async Task<VisitedPage> VisitAsync(Uri url, CancellationToken cancellationToken)
    {
        var visited = await VisitOnceAsync(url, cancellationToken);
        if (!crawlSession.Expired(url, visited) || !await crawlSession.RenewAsync(_state, cancellationToken))
        {
            return visited;
        }

        await CloseAsync();
        var again = await VisitOnceAsync(url, cancellationToken);
        crawlSession.Learn(helped: !crawlSession.Expired(url, again));
        return again;
    }

    public async Task<IReadOnlyList<ActionResult>> ExploreAsync(SitePage page, IReadOnlyList<PageElement> controls, CancellationToken cancellationToken)
    {
        var session = await SessionAsync(cancellationToken);
        var fence = new ExplorationFence(url => TargetMoves.SameOrigin(url, new(page.Url)));
        try
        {
            return await new ActionExplorer(session, fence, limits).ExploreAsync(page, controls, cancellationToken);
        }
        finally
        {
            await fence.LowerAsync();
        }
    }

    public async ValueTask DisposeAsync() => await CloseAsync();

    private async Task<VisitedPage> VisitOnceAsync(Uri url, CancellationToken cancellationToken)
    {
        var session = await SessionAsync(cancellationToken);
        _visitor ??= new(session, artifacts, limits);
        return await _visitor.VisitAsync(url, cancellationToken);
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
        return _session = await BrowserSession.OpenAsync(browser, options, cancellationToken);
    }

    private Task PrepareAsync(IPage page, CancellationToken cancellationToken) =>
        budget.CountsBytes ? ByteMeter.AttachAsync(page, budget.Received, cancellationToken) : Task.CompletedTask;
}
