using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestForge.Engine.Tests.Scripting;

/// <summary>A small shop with a sign-in, known faults, a frame and everything else a step can act on or check.</summary>
internal static class SampleSite
{
    private const string Home = """
        <!doctype html><html lang="en"><head><title>Sample   Shop</title><meta name="viewport" content="width=device-width"></head><body>
        <nav aria-label="Main"><a href="/products">Products</a> <a href="/account">Account</a></nav>
        <main><h1 style="text-transform:uppercase">Welcome to the “shop”</h1>
        <p hidden>Everything is half price</p><p>Everything   is half price</p>
        <form action="/search"><label>Search <input name="q" required></label>
        <label>Sort <select name="sort"><option>Newest</option><option>Cheapest first</option></select></label>
        <label><input type="checkbox" name="stock"> In stock</label><button>Find</button></form>
        <button onclick="document.title = confirm('Sure?') ? 'Deleted' : 'Kept'">Empty basket</button>
        <iframe title="Advert" src="/advert" width="200" height="80"></iframe></main>
        <script>console.error('Slow: 42 ms at ' + location.origin + '/x'); fetch('/api/broken?id=7'); setTimeout(() => { throw new Error('bad item 17'); });</script>
        </body></html>
        """;

    private const string Login = """
        <!doctype html><html lang="en"><head><title>Sign in</title></head><body><main><h1>Sign in</h1><form method="post" action="/login">
        <label>Email <input type="email" name="email" required></label><label>Password <input type="password" name="password"></label>
        <button>Sign in</button></form></main></body></html>
        """;

    public static void Map(WebApplication app)
    {
        app.MapGet("/", (HttpContext http) =>
        {
            http.Response.Headers.XFrameOptions = "SAMEORIGIN";
            return Page(Home);
        });
        app.MapGet("/advert", () => Page("<!doctype html><html lang=en><link rel=icon href=data:,><title>Advert</title><button onclick=\"this.textContent='Thanks'\">Show me</button></html>"));
        app.MapGet("/products", () => Page("""
            <!doctype html><html lang="en"><title>Products</title><main><h1>Products</h1><ul>
            <li data-testid="tea">Tea <button onclick="document.querySelector('output').textContent='Tea added'">Add</button></li>
            <li data-testid="cake">Cake <button onclick="document.querySelector('output').textContent='Cake added'">Add</button></li></ul><output></output></main></html>
            """));
        app.MapGet("/stock", () => Page("""
            <!doctype html><html lang="en"><title>Stock</title><main><h1>Stock</h1><p class="order">Order 1001 is on its way</p>
            <ul class="stock"><li><b>Tea</b> <i>£2.00</i></li><li><b>Cake</b> <i>£3.50</i></li></ul><p class="total">£5.50</p>
            <label>Day <input type="date" min="2031-01-10" max="2031-02-10"></label>
            <select aria-label="Size"><option value="">Any</option><option>Small</option><option>Large</option></select>
            <label>Item <input></label><button onclick="const i = document.createElement('li'); const b = document.createElement('b'); b.textContent = document.querySelector('input:not([type])').value;
            i.append(b, ' ', Object.assign(document.createElement('i'), { textContent: '£4.00' })); document.querySelector('ul').append(i); document.querySelector('.total').textContent = '£9.50'">Store</button></main><script>fetch('/api/stock/7')</script></html>
            """));
        app.MapGet("/search", (string? q, string? sort, string? stock) => Page($"<!doctype html><html lang=en><title>Results</title><main><h1>Results</h1><p>{q}, {sort}, {stock}</p></main></html>"));
        app.MapGet("/login", () => Page(Login));
        app.MapPost("/login", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            if (form["email"] != "ann@example.com" || form["password"] != "s3cret")
            {
                return Results.Content(Login.Replace("<h1>", "<p role=alert>Wrong email or password</p><h1>", StringComparison.Ordinal), "text/html");
            }

            http.Response.Cookies.Append("session", "ann");
            return Results.Redirect("/account");
        });
        app.MapGet("/account", (HttpContext http) => http.Request.Cookies.ContainsKey("session")
            ? Page("<!doctype html><html lang=en><title>Account</title><main><h1>Account</h1><p>Hello Ann</p></main></html>")
            : Results.Redirect("/login"));
        app.MapGet("/api/stock/{id:int}", () => Results.Json(new { total = 5.5, note = (string?)null, items = new object[] { new { title = "Tea", price = 2 }, new { title = "Cake", price = (double?)null }, new { title = "Pie", price = 1.5 } } }));
        app.MapGet("/api/broken", () => Results.StatusCode(500));
        app.MapFallback(() => Results.NotFound());
    }

    private static IResult Page(string html) => Results.Content(html, "text/html; charset=utf-8");
}
