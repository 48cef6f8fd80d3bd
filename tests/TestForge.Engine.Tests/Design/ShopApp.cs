using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace TestForge.Engine.Tests.Design;

/// <summary>A small application with forms, search, login, text that never stays the same, and faults to switch on.</summary>
internal sealed class ShopApp : IAsyncDisposable
{
    private static readonly string[] Products = ["Walnut table", "Walnut chair", "Oak shelf", "Linen curtain"];
    private readonly WebApplication _app;
    private int _visits;

    private ShopApp(WebApplication app) => _app = app;

    public ShopFaults Faults { get; set; }

    public int LoginTries { get; private set; }

    public int Deletions { get; private set; }

    public int HangMilliseconds { get; set; }

    public Uri Address => new(_app.Urls.First());

    public static async Task<ShopApp> StartAsync(CancellationToken cancellationToken)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        var shop = new ShopApp(app);
        shop.Map();
        await app.StartAsync(cancellationToken);
        return shop;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private bool Has(ShopFaults fault) => (Faults & fault) != 0;

    private void Map()
    {
        _app.Use(async (http, next) =>
        {
            if (!Has(ShopFaults.RemovedHeader))
            {
                http.Response.Headers.XContentTypeOptions = "nosniff";
            }

            http.Response.Headers.ContentSecurityPolicy = $"script-src 'self' 'unsafe-inline'; report-uri /csp?id={Random.Shared.Next()}";
            await Task.Delay(HangMilliseconds, http.RequestAborted);
            await next(http);
        });
        _app.MapGet("/", (HttpContext http) => Page(http, Has(ShopFaults.ChangedTitle) ? "Oops" : "Home", Home(http)));
        _app.MapGet("/about", (HttpContext http) => Has(ShopFaults.BrokenPage)
            ? Results.NotFound()
            : Page(http, "About us", $"<h1>{(Has(ShopFaults.ChangedHeading) ? "Lorem ipsum" : "About us")}</h1><p>We make furniture.</p><p><a href='/gone?item=1'>Chairs</a> <a href='/gone?item=2'>Tables</a> <a href=/like>Like</a></p>"));
        _app.MapPost("/like", () => Results.NoContent());
        _app.MapGet("/contact", (HttpContext http) => Page(http, "Contact", ContactForm("")));
        _app.MapPost("/contact", (Delegate)ContactAsync);
        _app.MapGet("/login", (HttpContext http) => Page(http, "Login", LoginForm("")));
        _app.MapPost("/login", (HttpContext http) =>
        {
            LoginTries++;
            return Has(ShopFaults.AcceptsWrongLogin)
                ? Page(http, "Account", "<h1>Welcome back</h1>")
                : Page(http, "Login", LoginForm("<p role=alert>Wrong e-mail or password.</p>"));
        });
        _app.MapGet("/search", (HttpContext http) => Page(http, "Search", Search(http.Request.Query["q"].ToString())));
        _app.MapGet("/volatile", (HttpContext http) => Page(http, $"Now {Random.Shared.Next()}", Volatile(http)));
        _app.MapPost("/delete", (HttpContext http) =>
        {
            Deletions++;
            return Page(http, "Gone", "<h1>Gone</h1>");
        });
        _app.MapGet("/register", (HttpContext http) => Page(http, "Register", Register("")));
        _app.MapPost("/register", (Delegate)RegisterAsync);
    }

    private readonly HashSet<string> _accounts = [];

    private async Task<IResult> RegisterAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var isNew = _accounts.Add(form["nick"].ToString());
        return isNew ? Page(http, "Registered", "<h1>Thank you for joining</h1>") : Page(http, "Register", Register("<p class=error>This name is taken.</p>"));
    }

    private static string Register(string message) =>
        $"<h1>Register</h1>{message}<form method=post action=/register><label>Nickname <input name=nick required pattern=[a-z]+></label><button>Join</button></form>";

    private string Home(HttpContext http)
    {
        // A new visitor gets the other variant than the one before, and keeps it.
        if (http.Request.Cookies["ab"] is not { } variant)
        {
            variant = Interlocked.Increment(ref _visits) % 2 == 0 ? "a" : "b";
            http.Response.Cookies.Append("ab", variant);
        }

        var list = string.Concat(Products.Select(p => $"<li><a href='/search?q={p.Split(' ')[0]}'>{p}</a></li>"));
        return $"<h1>Fine furniture</h1><h2>{(variant == "a" ? "Buy today" : "See our range")}</h2><ul>{list}</ul>"
            + "<form method=post action=/delete><label>Reason <input name=reason></label><button>Delete my account</button></form>";
    }

    private string ContactForm(string message) =>
        $"""
        <h1>Contact us</h1>{message}
        <form method=post action=/contact {(Has(ShopFaults.AcceptsInvalid) ? "novalidate" : "")}>
        <label>Name <input name=name required minlength=3 maxlength=20></label>
        {(Has(ShopFaults.UnlabelledField) ? "" : "<label>")}E-mail <input type=email name=email required>{(Has(ShopFaults.UnlabelledField) ? "" : "</label>")}
        <label>Age <input type=number name=age min=18 max=99></label>
        <label>Code <input name=code pattern="[A-Z]{"{3}"}-\d{"{4}"}"></label>
        <label>Topic <select name=topic required><option value="">Choose</option><option value=1>Delivery</option><option value=2>Returns</option></select></label>
        <label>Message <textarea name=message required></textarea></label>
        <label><input type=checkbox name=terms required> I agree</label>
        <button>Send message</button></form>
        """;

    private async Task<IResult> ContactAsync(HttpContext http)
    {
        var form = await http.Request.ReadFormAsync(http.RequestAborted);
        var message = Has(ShopFaults.SwappedMessage) ? "Something happened." : "We have your message.";
        return Page(http, "Thanks", $"<h1>Thank you</h1><p role=status>{message}</p><p>Ticket {Guid.NewGuid()}</p><p>Received {TimeProvider.System.GetUtcNow():HH:mm:ss}</p><p>{form.Count} answers</p>");
    }

    private static string LoginForm(string message) =>
        $"<h1>Sign in</h1>{message}<form method=post action=/login><label>E-mail <input type=email name=email required></label><label>Password <input type=password name=password required></label><button>Sign in</button></form>";

    private string Search(string term)
    {
        var found = Has(ShopFaults.SearchFindsNothing) ? [] : Products.Where(p => term.Length > 0 && p.Contains(term, StringComparison.OrdinalIgnoreCase)).ToArray();
        return "<h1>Search</h1>" + (term.Length == 0 ? "<p>Type something.</p>"
            : found.Length == 0 ? "<p>Nothing was found.</p>"
            : $"<p>{found.Length} found</p><ul>{string.Concat(found.Select(p => $"<li>{p}</li>"))}</ul>");
    }

    private string Volatile(HttpContext http)
    {
        var visits = Interlocked.Increment(ref _visits);
        return $"""
            <h1>Visit {Random.Shared.Next()}</h1><p>Token {Guid.NewGuid():N}</p><p>{visits} visitors so far</p>
            <p id=clock></p><button>Go {Random.Shared.Next().ToString(CultureInfo.InvariantCulture)}</button>
            <form action=/volatile><label>Word <input name=w required></label><button>Check</button></form>
            <script>document.getElementById('clock').textContent = new Date().toLocaleTimeString();
            setTimeout(() => {"{"} if (Math.random() < 0.5) document.body.insertAdjacentHTML('beforeend', '<p>Maybe here</p>'); {"}"}, 20);</script>
            """;
    }

    private IResult Page(HttpContext http, string title, string body)
    {
        _ = http;
        var about = Has(ShopFaults.RemovedLink) ? "" : "<a href=/about>About us</a>";
        var script = Has(ShopFaults.ConsoleException) ? "<script>undefinedFunction();</script>" : "";
        var wide = Has(ShopFaults.Overflows) ? "<div style='width:900px'>wide</div>" : "";
        var cover = Has(ShopFaults.Covered) ? "<div style='position:fixed;inset:0'></div>" : "";
        return Results.Content(
            $"""
            <!doctype html><html lang=en><head><title>{title} - Shop</title><meta name=viewport content="width=device-width"><link rel=icon href="data:,"></head><body>
            <header><nav aria-label=Main><a href=/>Home</a> {about} <a href=/contact>Contact</a> <a href=/login>Sign in</a> <a href=/register>Register</a> <a href=/volatile>Live</a></nav>
            <form action=/search role=search><label>Search <input type=search name=q required></label><button>Find</button></form></header>
            <main>{body}</main>{wide}{script}{cover}<footer><p>Shop</p></footer></body></html>
            """,
            "text/html; charset=utf-8");
    }
}
