using TestForge.Engine.Browser;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>Opens its tab at the first visit: a small site needs few.</summary>
internal sealed class LazyVisitor(BrowserHost browser, SessionOptions options, IArtifactStore artifacts, CrawlLimits limits) : IAsyncDisposable
{
    private PageVisitor? _visitor;

    public async Task<VisitedPage> VisitAsync(Uri url, CancellationToken cancellationToken)
    {
        _visitor ??= new(await BrowserSession.OpenAsync(browser, options, cancellationToken), artifacts, limits);
        return await _visitor.VisitAsync(url, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (_visitor is { } visitor)
        {
            await visitor.DisposeAsync();
        }
    }
}
