using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Browser;
using TestForge.Engine.Discovery;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Crawls a site of two links, a hostile page and a healthy one.</summary>
internal static class HostileCrawl
{
    /// <summary>Only a guard against hanging; no test takes nearly as long.</summary>
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(120);

    public static Task<EngineRig> RigAsync(bool allowPrivate = false, Action<WebApplication>? more = null, Action<IServiceCollection>? configure = null) => EngineRig.StartAsync(
        app =>
        {
            app.MapHostile();
            more?.Invoke(app);
        },
        services =>
        {
            services.Configure<BrowserOptions>(o => o.AllowPrivate = allowPrivate);
            services.Configure<DiscoveryOptions>(o => o.Tabs = 2);
            configure?.Invoke(services);
        });

    /// <summary>Crawls from a home page that links to the hostile page, and makes sure the healthy page was not lost.</summary>
    public static async Task<SiteMap> FromHomeAsync(this EngineRig rig, string hostile, CrawlLimits? limits = null)
    {
        var map = await rig.DiscoverAsync(limits, $"/home?to={Uri.EscapeDataString(hostile)}").WaitAsync(Guard, TestContext.Current.CancellationToken);
        map.Interrupted.ShouldBeFalse();
        var fine = map.Page("/fine");
        fine.Outcome.ShouldBe(PageOutcome.Ok);
        fine.Title.ShouldBe("Fine");
        return map;
    }

    /// <summary>Crawls in a rig of its own and returns the hostile page.</summary>
    public static async Task<SitePage> PageAsync(string hostile, CrawlLimits? limits = null, bool allowPrivate = false)
    {
        await using var rig = await RigAsync(allowPrivate);
        return (await rig.FromHomeAsync(hostile, limits)).Page(hostile);
    }

    /// <summary>The one page of the map with this path.</summary>
    public static SitePage Page(this SiteMap map, string path) => map.Pages.SingleOrDefault(p => new Uri(p.Url).AbsolutePath == path.Split('?')[0])
        ?? throw new ShouldAssertException($"no page {path} among {string.Join(", ", map.Pages.Select(p => $"{p.Url} {p.Outcome}"))}; skipped {string.Join(", ", map.Skipped)}");
}
