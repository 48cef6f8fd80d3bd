using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Discovery.Flows;

public sealed class BusinessFlowsTests
{
    private const string Nav = """
        <nav><a href="/">Home</a> <a href="/mugs">Mugs</a> <a href="/cart">Basket</a> <a href="/articles">Articles</a> <a href="/join">Join</a> <a href="/login">Enter</a> <a href="/write-to-us">Us</a></nav>
        <form action="/find" role="search"><input type="search" name="q" aria-label="Search mugs"><button>Go</button></form>
        """;

    private const string Todo = """
        <input id="new" placeholder="What needs to be done?"><ul id="list"></ul>
        <script>
        document.getElementById('new').addEventListener('keydown', e => {
          if (e.key === 'Enter' && e.target.value) { const li = document.createElement('li'); li.textContent = e.target.value; document.getElementById('list').append(li); document.body.append(document.createElement('hr')); e.target.value = ''; }
        });
        </script>
        """;

    [Fact]
    public async Task A_shop_has_search_cart_and_checkout()
    {
        await using var rig = await EngineRig.StartAsync(Map);

        var map = await rig.DiscoverAsync(new CrawlLimits { MaxPages = 40 });

        Stops(map, "search", "Search mugs").ShouldBe(["/", "/find"]);
        Stops(map, "cart", "Put into the cart").ShouldBe(["/", "/mugs", "/mugs/1", "/cart"]);
        Stops(map, "checkout", "Buy").ShouldBe(["/", "/mugs", "/mugs/1", "/cart", "/checkout", "/checkout/review"]);
        Stops(map, "read", "Read mugs").ShouldBe(["/", "/mugs", "/mugs/1"]);
        map.Flows.ShouldNotContain(f => f.Kind == "delete" && f.Name.Contains("cart", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task A_catalogue_larger_than_the_limit_does_not_hide_the_checkout_behind_its_first_product()
    {
        await using var rig = await EngineRig.StartAsync(app =>
        {
            var words = "north south east west red blue green black white gold iron oak".Split(' ');
            Page(app, "/", "Shop", string.Concat(words.Select(w => $"<a href=\"/lamp/{w}\">{w} lamp</a> ")));
            foreach (var (word, i) in words.Select((w, i) => (w, i)))
            {
                // Each of another structure, as if every page were worth keeping.
                Page(app, $"/lamp/{word}", $"Lamp {word}", $"""<form method="post" action="/cart/add"><button>Add to basket</button></form>{string.Concat(Enumerable.Repeat("<section>", i))}<p>Text</p>""");
            }

            app.MapPost("/cart/add", (HttpContext http) =>
            {
                http.Response.Cookies.Append("cart", "1");
                return Results.Redirect("/cart");
            });
            app.MapGet("/cart", (HttpRequest request) => Results.Content($"<!doctype html><title>Basket</title>{Nav}<main><h1>Your basket</h1>{(request.Cookies.ContainsKey("cart") ? "<p>One lamp</p><a href=\"/checkout\">On</a>" : "<p>Nothing yet</p>")}</main>", "text/html"));
            Page(app, "/checkout", "Address", "<ul><li>One lamp</ul>");
        });

        var map = await rig.DiscoverAsync(new CrawlLimits { MaxPages = 12 });

        Stops(map, "checkout", "Buy").ShouldBe(["/", "/lamp/north", "/cart", "/checkout"]);
        map.Pages.Count.ShouldBe(12);
    }

    [Fact]
    public async Task Accounts_and_messages_are_named()
    {
        await using var rig = await EngineRig.StartAsync(Map);

        var map = await rig.DiscoverAsync(new CrawlLimits { MaxPages = 40 });

        Stops(map, "authentication", "Sign in").ShouldBe(["/", "/login"]);
        Stops(map, "registration", "Create an account").First().ShouldBe("/");
        Stops(map, "registration", "Create an account").ShouldContain("/join");
        Stops(map, "contact", "Send a message").ShouldContain("/write-to-us");
        map.Flows.Single(f => f.Kind == "authentication").Evidence.ShouldContain("password");
    }

    [Fact]
    public async Task Records_are_created_read_changed_and_deleted()
    {
        await using var rig = await EngineRig.StartAsync(Map);

        var map = await rig.DiscoverAsync(new CrawlLimits { MaxPages = 40 });

        Stops(map, "create", "Create article").ShouldContain("/articles/new");
        Stops(map, "update", "Update article").ShouldContain("/articles/1/edit");
        Stops(map, "delete", "Delete article").ShouldBe(["/", "/articles", "/articles/1"]);
        Stops(map, "read", "Read articles").ShouldBe(["/", "/articles", "/articles/1"]);
    }

    [Fact]
    public async Task A_list_that_takes_texts_without_a_form_creates()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string> { ["/"] = $"<!doctype html><title>Todos</title><h1>todos</h1>{Todo}" });

        var map = await rig.DiscoverAsync();

        var flow = map.Flows.ShouldHaveSingleItem();
        flow.Kind.ShouldBe("create");
        flow.Stops.ShouldBe(["p1", "p1.s1"]);
        flow.Evidence.ShouldContain("What needs to be done?");
    }

    [Fact]
    public async Task A_page_of_words_has_no_flow()
    {
        await using var rig = await EngineRig.ServeAsync(new Dictionary<string, string>
        {
            ["/"] = """<!doctype html><title>A day at the sea</title><h1>A day at the sea</h1><p>We add, search, delete and check out.</p><a href="/two">Next day</a><button>Latest update</button>""",
            ["/two"] = "<!doctype html><title>Another</title><h1>Another day</h1>",
        });

        (await rig.DiscoverAsync()).Flows.ShouldBeEmpty();
    }

    private static string[] Stops(SiteMap map, string kind, string name)
    {
        var flow = map.Flows.SingleOrDefault(f => f.Kind == kind && f.Name == name);
        flow.ShouldNotBeNull($"no {kind} '{name}' among {string.Join(", ", map.Flows.Select(f => $"{f.Kind} '{f.Name}'"))}");
        return [.. flow.Stops.Select(s => new Uri(map.Pages.Single(p => p.Id == SiteTransition.PageOf(s)).Url).AbsolutePath)];
    }

    private static void Map(WebApplication app)
    {
        Page(app, "/", "Shop", "<p>Hello</p>");
        Page(app, "/mugs", "Mugs", """<ul><li><a href="/mugs/1">Red mug</a><li><a href="/mugs/2">Blue mug</a></ul>""");
        Page(app, "/mugs/{id}", "A mug", """<form method="post" action="/cart/add"><input type="number" name="count" value="1" aria-label="Count"><button>Add to basket</button></form>""");
        Page(app, "/find", "Results", "<p>Nothing</p>");
        Page(app, "/cart", "Your basket", """<table><tr><td>Red mug<td><form method="post" action="/cart/remove"><input type="hidden" name="id" value="1"><button>Remove mug</button></form></table><a href="/checkout">Continue</a>""");
        Page(app, "/checkout", "Address", """<form action="/checkout/review"><input name="street" aria-label="Street" required><button>Continue</button></form><a href="/checkout/review">Review</a>""");
        Page(app, "/checkout/review", "Review", "<p>One red mug</p>");
        Page(app, "/login", "Welcome back", """<form method="post" action="/login"><input name="user" aria-label="User"><input type="password" name="pw" aria-label="Password"><button>Enter</button></form>""");
        Page(app, "/join", "Join us", """<form method="post" action="/joined"><input type="email" name="mail" aria-label="E-mail"><input type="password" name="pw" autocomplete="new-password" aria-label="Password"><button>Join</button></form>""");
        Page(app, "/write-to-us", "Write to us", """<form method="post" action="/thanks"><input type="email" name="mail" aria-label="E-mail"><textarea name="text" aria-label="Message"></textarea><button>Send</button></form>""");
        Page(app, "/articles", "Articles", """<a href="/articles/new">Write one</a><ul><li><a href="/articles/1">First</a><li><a href="/articles/2">Second</a></ul>""");
        Page(app, "/articles/new", "New article", """<form method="post" action="/articles/made"><input name="title" aria-label="Title"><button>Publish article</button></form>""");
        Page(app, "/articles/{id:int}", "An article", """<a href="/articles/1/edit">Change it</a> <button>Delete article</button>""");
        Page(app, "/articles/{id:int}/edit", "Article", """<form method="post" action="/articles/saved"><input name="title" value="First" aria-label="Title"><button>Save</button></form>""");
        app.MapPost("/cart/add", () => Results.Redirect("/cart"));
        app.MapPost("/joined", () => Results.Redirect("/"));
        app.MapPost("/thanks", () => Results.Redirect("/"));
        app.MapPost("/articles/saved", () => Results.Redirect("/articles"));
    }

    private static void Page(WebApplication app, string path, string title, string body) =>
        app.MapGet(path, () => Results.Content($"<!doctype html><title>{title}</title>{Nav}<main><h1>{title}</h1>{body}</main>", "text/html"));
}
