namespace TestForge.Engine.Discovery;

/// <summary>The tabs of one session.</summary>
internal sealed class CrawlTabs(IReadOnlyList<Visitor> all) : IAsyncDisposable
{
    public IReadOnlyList<Visitor> All => all;

    public async ValueTask DisposeAsync() => await Task.WhenAll(all.Select(v => v.DisposeAsync().AsTask()));
}
