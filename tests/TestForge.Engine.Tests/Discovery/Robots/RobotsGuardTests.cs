using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery.Robots;

/// <summary>Controls that lead where robots.txt asks crawlers not to go.</summary>
public sealed class RobotsGuardTests : IAsyncLifetime
{
    private readonly ConcurrentQueue<string> _asked = [];
    private string _disallowed = "/private";
    private EngineRig _rig = null!;

    public async ValueTask InitializeAsync() => _rig = await EngineRig.StartAsync(app =>
    {
        app.Use((http, next) =>
        {
            _asked.Enqueue(http.Request.Path + http.Request.QueryString);
            return next();
        });
        app.MapGet("/robots.txt", () => Results.Text($"User-agent: *\nDisallow: {_disallowed}\n"));
        app.MapGet("/", () => Page("Start", """
            <button onclick="location.href='/private/by-script'">By script</button>
            <button onclick="go()">By a form</button>
            <button onclick="location.href='/detour'">By a redirect</button>
            <button onclick="setTimeout(() => location.assign('/private/late'), 100)">A little later</button>
            <button onclick="window.open('/private/window')">In a window</button>
            <button onclick="location.href='/open'">Open to all</button>
            <button onclick="document.querySelector('h1').textContent = 'Changed'; document.querySelector('p').innerHTML = '<b>More</b><i>of it</i>'">Here</button>
            <p>Text</p>
            <script>
              function go() {
                const form = document.createElement('form');
                form.action = '/private/by-form';
                document.body.append(form);
                form.submit();
              }
            </script>
            """));
        app.MapGet("/detour", () => Results.Redirect("/private/by-redirect"));
        app.MapGet("/open", () => Page("Open", "<ul><li>One</li></ul><iframe src='/private/frame' title='Inner'></iframe><button onclick=\"location.href='/open?again'\">Again</button>"));
        app.MapGet("/private/{name}", (string name) => Page($"Private {name}", $"<h2>{name}</h2><table><tr><td>{name}</td></tr></table>"));
    });

    public ValueTask DisposeAsync() => _rig.DisposeAsync();

    [Fact]
    public async Task No_control_leads_where_robots_txt_asks_not_to_go_and_each_address_is_told()
    {
        var map = await _rig.DiscoverAsync();

        Asked().ShouldBe(["/private/frame"], "what a page embeds is part of it");
        var skipped = map.Skipped.Where(s => s.Code == "robots").ToArray();
        skipped.Select(s => new Uri(s.What).AbsolutePath).ShouldBe(["/private/by-script", "/private/by-form", "/private/by-redirect", "/private/late", "/private/window", "/private/frame"], ignoreOrder: true);
        skipped.Select(s => s.Reason).Distinct().ShouldBe(["robots.txt disallows /private"]);
        map.Robots!.Disallowed.ShouldBe(6);

        // What was held back cost nothing else: the controls beside it were tried where they stand.
        map.Pages.Select(p => new Uri(p.Url).AbsolutePath).ShouldContain("/open");
        map.States.ShouldContain(s => s.Title == "Changed");
    }

    [Fact]
    public async Task The_page_that_was_given_is_explored_whatever_robots_txt_says_and_nothing_beyond_it()
    {
        _disallowed = "/";

        var map = await _rig.DiscoverAsync();

        map.States.ShouldContain(s => s.Title == "Changed");
        _asked.Distinct().Except(["/", "/robots.txt", "/sitemap.xml", "/favicon.ico"]).ShouldBeEmpty();
    }

    [Fact]
    public async Task Controls_lead_everywhere_when_the_user_says_so()
    {
        var map = await _rig.DiscoverAsync(new(RespectRobots: false));

        new[] { "/private/by-script", "/private/by-form?", "/private/by-redirect", "/private/late", "/private/window", "/private/frame" }.Except(Asked()).ShouldBeEmpty();
        map.Skipped.ShouldNotContain(s => s.Code == "robots");
    }

    private string[] Asked() => [.. _asked.Where(a => a.StartsWith("/private", StringComparison.Ordinal)).Distinct()];

    private static IResult Page(string title, string body) =>
        Results.Content($"<!doctype html><html lang=\"en\"><head><title>{title}</title><link rel=\"icon\" href=\"data:,\"></head><body><h1>{title}</h1>{body}</body></html>", "text/html", Encoding.UTF8);
}
