using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>A tab and what is done with it. Opened at the first use: a small site needs few.</summary>
internal sealed class Visitor(BrowserHost browser, SessionOptions options, IArtifactStore artifacts, CrawlLimits limits) : IAsyncDisposable
{
    private BrowserSession? _session;
    private PageVisitor? _visitor;

    public async Task<VisitedPage> VisitAsync(Uri url, CancellationToken cancellationToken)
    {
        _visitor ??= new(await SessionAsync(cancellationToken), artifacts, limits);
        return await _visitor.VisitAsync(url, cancellationToken);
    }

    public async Task<IReadOnlyList<ActionResult>> ExploreAsync(SitePage page, IReadOnlyList<PageElement> controls, CancellationToken cancellationToken) =>
        await new ActionExplorer(await SessionAsync(cancellationToken), limits).ExploreAsync(page, controls, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        if (_session is { } session)
        {
            await session.DisposeAsync();
        }
    }

    private async Task<BrowserSession> SessionAsync(CancellationToken cancellationToken) =>
        _session ??= await BrowserSession.OpenAsync(browser, options, cancellationToken);
}
