using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery.Robots;

/// <summary>A crawl of a site that tells crawlers what to leave alone and what it has.</summary>
public sealed class SiteGuideTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<(string Path, long At)> _asked = [];
    private string _robots = "User-agent: *\nDisallow: /private\nDisallow: /find\nDisallow: /unlinked$\nDisallow: /secret\nSitemap: /maps/index.xml\nSitemap: http://elsewhere.test/sitemap.xml\n";
    private EngineRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await EngineRig.StartAsync(app =>
    {
        app.Use((http, next) =>
        {
            _asked.Enqueue((http.Request.Path, TimeProvider.System.GetTimestamp()));
            return next();
        });
        app.MapGet("/robots.txt", () => Results.Text(_robots));
        app.MapGet("/maps/index.xml", () => Xml("<sitemapindex><sitemap><loc>/maps/pages.xml</loc></sitemap><sitemap><loc>/maps/index.xml</loc></sitemap><sitemap><loc>/maps/gone.xml</loc></sitemap></sitemapindex>"));
        app.MapGet("/maps/pages.xml", (HttpRequest request) => Xml(
            $"<urlset><url><loc>{At(request, "/orphan")}</loc></url><url><loc>{At(request, "/linked")}</loc></url><url><loc>{At(request, "/private/listed")}</loc></url><url><loc>http://elsewhere.test/x</loc></url></urlset>"));
        app.MapGet("/", () => Page(0, """
            <link rel="canonical" href="/?utm_source=x"><link rel="alternate" hreflang="de" href="/de">
            <a href="/linked">Linked</a> <a href="/private/page">Private</a> <a href="/de">Deutsch</a>
            <form action="/find"><label>Query <input name="q" required></label><button>Find</button></form>
            <form action="/seek"><label>Query <input name="q" required></label><button>Seek</button></form>
            """));
        app.MapGet("/linked", () => Page(1));
        app.MapGet("/private/page", () => Page(2));
        app.MapGet("/private/listed", () => Page(3));
        app.MapGet("/orphan", () => Page(4));
        app.MapGet("/de", () => Page(5));
        app.MapGet("/secret", () => Page(8));
        app.MapGet("/find", () => Page(6));
        app.MapGet("/seek", () => Page(7));
    });

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task What_robots_txt_disallows_is_left_alone_and_told_and_what_only_a_sitemap_names_is_visited()
    {
        var map = await _rig.DiscoverAsync();

        Paths(map).ShouldBe(["/", "/linked", "/de", "/orphan", "/seek?q=Sample+text"], ignoreOrder: true);
        _asked.ShouldNotContain(a => a.Path.StartsWith("/private") || a.Path == "/find" || a.Path == "/secret");
        map.Skipped.Where(s => s.Code == "robots").Select(s => s.Reason).Distinct().ShouldBe(["robots.txt disallows /private", "robots.txt disallows /find"], ignoreOrder: true);
        var robots = map.Robots.ShouldNotBeNull();
        (robots.Found, robots.Respected, robots.Disallowed, robots.CrawlDelaySeconds).ShouldBe((true, true, 3, 0));
        robots.Sitemaps.Select(s => new Uri(s).AbsolutePath).ShouldBe(["/maps/index.xml", "/maps/pages.xml"]);
        _rig.Events.OfType<RunEvent.RunWarning>().ShouldContain(w => w.Code == "robots.disallowed");
        _asked.Count(a => a.Path == "/maps/index.xml").ShouldBe(1);
    }

    [Fact]
    public async Task What_is_disallowed_is_visited_when_the_user_says_so_even_what_nothing_but_robots_txt_names()
    {
        var map = await _rig.DiscoverAsync(new(RespectRobots: false, TryControls: false));

        Paths(map).ShouldBe(["/", "/linked", "/private/page", "/de", "/orphan", "/private/listed", "/secret", "/find"], ignoreOrder: true);
        (map.Robots!.Found, map.Robots.Respected, map.Robots.Disallowed).ShouldBe((true, false, 0));
        _rig.Events.OfType<RunEvent.RunWarning>().ShouldBeEmpty();
    }

    [Fact]
    public async Task The_address_that_was_given_is_visited_whatever_robots_txt_says()
    {
        _robots = "User-agent: *\nDisallow: /";

        var map = await _rig.DiscoverAsync();

        Paths(map).ShouldBe(["/"]);
        map.Robots!.Disallowed.ShouldBeGreaterThan(3);
        _asked.Select(a => a.Path).Where(p => p is not ("/" or "/robots.txt" or "/sitemap.xml" or "/favicon.ico")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Its_delay_is_kept_between_any_two_pages_and_the_user_is_told()
    {
        _robots = "User-agent: *\nCrawl-delay: 1\nSitemap: /maps/index.xml";

        await _rig.DiscoverAsync(new(MaxPages: 3));

        var pages = _asked.Where(a => a.Path is "/" or "/linked" or "/de" or "/private/page").Select(a => a.At).ToArray();
        pages.Length.ShouldBeGreaterThan(3, "trying the controls opens pages too");
        foreach (var (one, next) in pages.Skip(1).Zip(pages.Skip(2)))
        {
            TimeProvider.System.GetElapsedTime(one, next).TotalSeconds.ShouldBeGreaterThan(0.7);
        }

        _rig.Events.OfType<RunEvent.RunWarning>().ShouldContain(w => w.Code == "robots.crawl_delay");
    }

    [Fact]
    public async Task A_page_names_its_own_address_and_its_other_languages()
    {
        var start = (await _rig.DiscoverAsync(new(MaxPages: 1, TryControls: false))).Pages.Single();

        start.Canonical.ShouldBe(_rig.Url.AbsoluteUri);
        start.Variants.ShouldBe([new("de", new Uri(_rig.Url, "/de").AbsoluteUri)]);
    }

    private static string[] Paths(SiteMap map) => [.. map.Pages.Select(p => new Uri(p.Url).PathAndQuery)];

    private static string At(HttpRequest request, string path) => $"http://{request.Host}{path}";

    private static IResult Xml(string body) => Results.Content(body, "application/xml", Encoding.UTF8);

    // Every page has another structure, so that none is merged into another.
    private static IResult Page(int n, string body = "") =>
        Results.Content($"<!doctype html><html lang=\"en\"><head><title>Page {n}</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>Page</h1>{string.Concat(Enumerable.Repeat("<section>", n))}<p>Text</p>{body}</body></html>", "text/html", Encoding.UTF8);
}
