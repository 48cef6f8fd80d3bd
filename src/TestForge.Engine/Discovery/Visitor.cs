using TestForge.Engine.Browser;
using TestForge.Engine.Steps;
using TestForge.Pipeline;

namespace TestForge.Engine.Discovery;

/// <summary>A tab and what is done with it. Opened at the first use: a small site needs few.</summary>
internal sealed class Visitor(BrowserHost browser, SessionStates sessions, IArtifactStore artifacts, DiscoverInput input) : IAsyncDisposable
{
    /// <summary>A page that sends this user to the sign-in page every time is not one whose session has expired.</summary>
    private const int MaxRenewals = 2;

    private BrowserSession? _session;
    private PageVisitor? _visitor;
    private int _renewals;

    public async Task<VisitedPage> VisitAsync(Uri url, CancellationToken cancellationToken)
    {
        var generation = sessions.Generation;
        var visited = await VisitOnceAsync(url, cancellationToken);
        if (visited.Url is not { } final || _renewals >= MaxRenewals || !SessionStates.Expired(input.Session, input.Target, url.AbsoluteUri, final.AbsoluteUri))
        {
            return visited;
        }

        _renewals++;
        await sessions.RenewAsync(input.Session, input.Target, generation, cancellationToken);
        await DisposeAsync();
        return await VisitOnceAsync(url, cancellationToken);
    }

    public async Task<IReadOnlyList<ActionResult>> ExploreAsync(SitePage page, IReadOnlyList<PageElement> controls, CancellationToken cancellationToken) =>
        await new ActionExplorer(await SessionAsync(cancellationToken), input.Limits).ExploreAsync(page, controls, cancellationToken);

    public async ValueTask DisposeAsync()
    {
        var session = _session;
        (_session, _visitor) = (null, null);
        if (session is not null)
        {
            await session.DisposeAsync();
        }
    }

    private async Task<VisitedPage> VisitOnceAsync(Uri url, CancellationToken cancellationToken)
    {
        _visitor ??= new(await SessionAsync(cancellationToken), artifacts, input.Limits);
        return await _visitor.VisitAsync(url, cancellationToken);
    }

    private async Task<BrowserSession> SessionAsync(CancellationToken cancellationToken)
    {
        if (_session is null)
        {
            var state = await sessions.StorageStateAsync(input.Session, input.Target, cancellationToken);
            _session = await BrowserSession.OpenAsync(browser, new(StorageState: state, TimeoutMilliseconds: input.Limits.PageTimeoutSeconds * 1_000), cancellationToken);
        }

        return _session;
    }
}
