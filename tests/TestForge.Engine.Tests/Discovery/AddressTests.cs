using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Discovery;

/// <summary>Addresses that a page names without showing a link.</summary>
public sealed class AddressTests
{
    private const string Start = """
        <!doctype html><html lang="en"><head><title>Home</title><meta http-equiv="refresh" content="90; url=/refreshed"><link rel="next" href="/next"><link rel="icon" href="data:,"></head>
        <body><h1>Home</h1><!-- old entrance: /in-comment, gone: /gone --><div data-href="/in-attribute">Row</div>
        <script>const where = ['/in-script', "/api/none", '/picture.png', 'http://elsewhere.test/x', '/<b>no</b>', '/account/delete'];</script></body></html>
        """;

    [Fact]
    public async Task What_markup_comments_and_scripts_name_is_visited_and_a_guess_that_leads_nowhere_is_forgotten()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = Start,
            ["/refreshed"] = Page(1),
            ["/next"] = Page(2),
            ["/in-comment"] = Page(3),
            ["/in-attribute"] = Page(4),
            ["/in-script"] = Page(5),
            ["/account/delete"] = Page(6),
        });

        var map = await rig.DiscoverAsync();

        map.Pages.Select(p => new Uri(p.Url).AbsolutePath).ShouldBe(["/", "/next", "/refreshed", "/in-attribute", "/in-script", "/in-comment"]);
        map.Skipped.ShouldNotContain(s => s.What.Contains("gone") || s.What.Contains("none") || s.What.Contains("picture") || s.What.Contains("delete"));
    }

    [Fact]
    public async Task A_broken_link_is_told_although_the_same_address_was_guessed_before()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = "<!doctype html><title>Home</title><link rel=\"icon\" href=\"data:,\"><h1>Home</h1><!-- /gone /in-comment -->",
            ["/in-comment"] = "<!doctype html><title>Page</title><link rel=\"icon\" href=\"data:,\"><h1>Page</h1><p><a href=\"/gone\">Gone</a></p>",
        });

        var map = await rig.DiscoverAsync();

        map.Pages.Select(p => (new Uri(p.Url).AbsolutePath, p.Outcome)).ShouldBe([("/", PageOutcome.Ok), ("/in-comment", PageOutcome.Ok), ("/gone", PageOutcome.HttpError)]);
    }

    [Fact]
    public async Task What_any_part_of_a_page_names_is_tried()
    {
        string[] named =
        [
            "<a ping=\"/named\">Tracked</a>",
            "<img alt=\"\" src=\"data:,\" longdesc=\"/named\">",
            "<blockquote cite=\"./named\">Words</blockquote>",
            "<picture><source srcset=\"/a.png 1x, /named 2x\"></picture>",
            "<object codebase=\"/named\"></object>",
            "<object><param name=\"ref\" value=\"/named\"></object>",
            "<svg><use xlink:href=\"/named#part\"/></svg>",
            "<img alt=\"\" src=\"data:image/svg+xml,%3Csvg%3E%3Ca%20href='/named'%3E\">",
            "<form><button formaction=\"/named\">Send</button></form>",
            "<div style=\"background: url(/named)\">Box</div>",
            "<style>.never { background: url('/named') }</style>",
            "<p>Our terms are at /named.</p>",
            "<p>Our terms are at ../../named, half of them.</p>",
            "<template><a href=\"/named\">Later</a></template>",
            "<noscript><a href=\"/named\">Without scripts</a></noscript>",
            "<script type=\"application/json\">{\"route\": \"\\/named\"}</script>",
            "<base href=\"/\"><meta name=\"config\" content=\"policy 'self'; report /named\">",
        ];
        string[] none =
        [
            "<p onclick=\"location = '/named'\">Row</p>",
            "<blockquote cite=\"named\">Words</blockquote>",
            "<p>Either/named or w-1/named or text/named</p>",
        ];
        var pages = Enumerable.Range(0, named.Length + none.Length).ToDictionary(i => $"/n{i}", i => Page(i + 1));
        pages["/"] = Home(string.Concat(named.Concat(none).Select((m, i) => m.Replace("named", $"n{i}", StringComparison.Ordinal))));
        await using var rig = await EngineRig.ServeAsync(pages);

        var map = await rig.DiscoverAsync(new() { TryControls = false });

        map.Pages.Select(p => new Uri(p.Url).AbsolutePath).ShouldBe(["/", .. named.Select((_, i) => $"/n{i}")], ignoreOrder: true);
        map.Skipped.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_a_document_declares_is_tried()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = "<!DOCTYPE html SYSTEM \"/rules\"><html manifest=\"/kept\"><title>Home</title><link rel=\"icon\" href=\"data:,\"><h1>Home</h1></html>",
            ["/rules"] = Page(1),
            ["/kept"] = Page(2),
        });

        (await PathsAsync(rig)).ShouldBe(["/", "/kept", "/rules"]);
    }

    [Fact]
    public async Task A_route_is_looked_for_below_the_base_of_the_document_too()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = Home("<base href=\"/app/\"><script>const routes = ['/users'];</script>"),
            ["/app/users"] = Page(1),
        });

        (await PathsAsync(rig)).ShouldBe(["/", "/app/users"]);
    }

    [Fact]
    public async Task What_the_headers_of_a_document_name_is_visited()
    {
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.MapGet("/", (HttpContext http) =>
            {
                http.Response.Headers.Link = "</next>; rel=\"next\", <https://elsewhere.test/x>; rel=help, </app.css>; rel=preload";
                http.Response.Headers["Refresh"] = "90; url=/refreshed";
                http.Response.Headers.ContentLocation = "/index";
                return Html(Home(""));
            });
            app.MapGet("/next", () => Html(Page(1)));
            app.MapGet("/refreshed", () => Html(Page(2)));
            app.MapGet("/index", () => Html(Page(3)));
        });

        (await PathsAsync(rig)).ShouldBe(["/", "/refreshed", "/next", "/index"]);
    }

    [Fact]
    public async Task What_scripts_and_style_sheets_name_is_tried_after_all_else_and_the_files_are_not_asked_for_again()
    {
        var asked = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.Use(async (HttpContext http, RequestDelegate next) =>
            {
                asked.Enqueue(http.Request.Path);
                await next(http);
            });
            app.MapGet("/", () => Html(Home("<link rel=\"stylesheet\" href=\"/site.css\"><script src=\"/app.js\"></script><a href=\"/linked\">Linked</a>")));
            app.MapGet("/app.js", () => Results.Text("// see http://" + "elsewhere.test/no\nconst base = '/shop/', list = 'list'; const gone = \"/gone\"; go(base + list); go(`${base}cart`); go('/account/delete'); import('./module');", "text/javascript"));
            app.MapGet("/site.css", () => Results.Text("@font-face { font-family: never; src: url(fonts/page) } .never { background: url(\"/a.png\") }", "text/css"));
            app.MapGet("/linked", () => Html(Page(1)));
            app.MapGet("/shop/list", () => Html(Page(2)));
            app.MapGet("/shop/cart", () => Html(Page(3)));
            app.MapGet("/fonts/page", () => Html(Page(4)));
            app.MapGet("/account/delete", () => Html(Page(5)));
        });

        var map = await rig.DiscoverAsync(new() { TryControls = false });

        map.Pages.Select(p => new Uri(p.Url).AbsolutePath).ShouldBe(["/", "/linked", "/fonts/page", "/shop/cart", "/shop/list"]);
        map.Skipped.ShouldBeEmpty();
        asked.Count(p => p is "/app.js").ShouldBe(1);
        asked.Count(p => p is "/site.css").ShouldBe(1);
        asked.ShouldNotContain("/account/delete");
    }

    [Fact]
    public async Task What_the_parser_dropped_or_a_script_took_away_is_tried_without_asking_for_the_document_again()
    {
        var asked = 0;
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.MapGet("/", () =>
            {
                asked++;
                return Html(Home("<p id=\"old\"><a href=\"/taken?a=1&amp;b=2\">Taken</a> A link that the script below takes away again at once.</p><script>old.remove()</script><frameset><frame src=\"/dropped\"></frame></frameset>"));
            });
            app.MapGet("/taken", () => Html(Page(1)));
            app.MapGet("/dropped", () => Html(Page(2)));
        });

        var map = await rig.DiscoverAsync(new() { TryControls = false });

        map.Pages.Select(p => new Uri(p.Url).PathAndQuery).ShouldBe(["/", "/dropped", "/taken?a=1&b=2"]);
        asked.ShouldBe(1);
    }

    [Fact]
    public async Task A_link_in_the_body_of_a_redirect_is_tried_and_that_body_is_asked_for_once_for_addresses_alike()
    {
        var asked = new System.Collections.Concurrent.ConcurrentQueue<string>();
        await using var rig = await EngineRig.StartAsync(app =>
        {
            app.MapGet("/", (HttpContext http) =>
            {
                http.Response.Cookies.Append("user", "ada");
                return Html(Home("<a href=\"/old/1\">One</a><a href=\"/old/2\">Two</a><a href=\"/short\">Short</a>"));
            });
            app.MapGet("/old/{id}", (HttpContext http, int id) =>
            {
                asked.Enqueue($"/old/{id} {http.Request.Cookies["user"]}");
                http.Response.Headers.Location = "/new";
                return Results.Content($"<p>This page has moved <a href='/hidden'>here</a>.</p>{new string(' ', 500)}", "text/html", statusCode: 302);
            });
            app.MapGet("/short", (HttpContext http) =>
            {
                asked.Enqueue("/short");
                return Results.Redirect("/new");
            });
            app.MapGet("/new", () => Html(Page(1)));
            app.MapGet("/hidden", () => Html(Page(2)));
        });

        var map = await rig.DiscoverAsync(new() { TryControls = false });

        map.Pages.Select(p => new Uri(p.Url).AbsolutePath).ShouldBe(["/", "/new", "/hidden"]);
        asked.Count.ShouldBe(4);
        var again = asked.GroupBy(a => a.Split(' ')[0]).Single(g => g.Count() == 2);
        again.Key.ShouldStartWith("/old/");
        again.Distinct().Count().ShouldBe(1, "the same visitor asks");
    }

    private static async Task<IEnumerable<string>> PathsAsync(EngineRig rig) =>
        (await rig.DiscoverAsync(new() { TryControls = false })).Pages.Select(p => new Uri(p.Url).AbsolutePath);

    private static IResult Html(string text) => Results.Content(text, "text/html; charset=utf-8");

    private static string Home(string markup) => $"<!doctype html><html lang=\"en\"><title>Home</title><link rel=\"icon\" href=\"data:,\"><h1>Home</h1>{markup}</html>";

    // Every page has another structure, so that none is merged into another.
    private static string Page(int n) => $"<!doctype html><html lang=\"en\"><title>Page</title><link rel=\"icon\" href=\"data:,\"><h1>Page</h1>{string.Concat(Enumerable.Repeat("<section>", n))}<p>Text</p></html>";
}
