namespace TestForge.Engine.Discovery;

/// <summary>The tabs of one session, and how many of them may be at work.</summary>
internal sealed class CrawlTabs(IReadOnlyList<Visitor> all, TabLimit limit) : IAsyncDisposable
{
    public IReadOnlyList<Visitor> All => all;

    public TabLimit Limit => limit;

    public async ValueTask DisposeAsync() => await Task.WhenAll(all.Select(v => v.DisposeAsync().AsTask()));
}
