using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery.States;

/// <summary>One crawl of <see cref="StateSite"/> for all tests of the class.</summary>
public sealed class StateSiteCrawl : IAsyncLifetime
{
    public StateSite Site { get; } = new();

    public SiteMap Map { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await using var rig = await EngineRig.StartAsync(Site.Map, services =>
        {
            services.Configure<BrowserOptions>(o => o.AllowPrivate = false);
            services.Configure<DiscoveryOptions>(o => o.Tabs = 2);
        });
        Map = await rig.DiscoverAsync(new(MaxPages: 70));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
