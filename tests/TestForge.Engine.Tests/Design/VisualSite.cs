using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Builder;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Design;

/// <summary>Two pages whose look a test can change. A greeting and a picture are others in each visit, and what is listed is data.</summary>
internal sealed class VisualSite : IAsyncDisposable
{
    private static readonly string[] Greetings = ["Hello", "Welcome back", "Good to see you again", "Nice day"];
    private static readonly string[] Colours = ["black", "red", "lime", "blue", "yellow"];
    private SiteHost _site = null!;
    private int _visits;

    public Uri Url => _site.Url;

    /// <summary>Rules added to the style.</summary>
    public string Style { get; set; } = "";

    public int Counted { get; set; } = 1;

    public string Listed { get; set; } = "Tea";

    public static async Task<VisualSite> StartAsync()
    {
        var visual = new VisualSite();
        visual._site = await SiteHost.StartAsync(visual.Serve);
        return visual;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private void Serve(WebApplication app)
    {
        app.MapGet("/", () => Page("Shop", $"<h1>Shop</h1><ul class=goods><li>{Listed}</li><li>Cake</li></ul>"));
        app.MapGet("/rent", () => Page("Rent", $"<h1>Rent</h1><form><label>What <select name=what><option>{Listed}<option>Cup</select></label> <label>Name <input name=name></label></form>"));
        app.MapGet("/about", () =>
        {
            var visit = Interlocked.Increment(ref _visits);
            return Page("About", $"""
                <h1>About us</h1><p class="greeting">{Greetings[visit % Greetings.Length]}</p><p>We bake bread by hand.</p>
                <p>Open since {visit} days</p><p class="box" style="background: {Colours[visit % Colours.Length]}"></p>
                <form><label>Name <input name="name"></label><button>Send</button></form>
                """);
        });
    }

    private IResult Page(string title, string main) => Results.Content(
        $$"""
        <!doctype html><html lang="en"><head><title>{{title}}</title><meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"><style>
        body { margin: 0; font: 16px/1.4 sans-serif } header, footer { background: #124; color: #fff; padding: 12px } header a { color: #fff } main { padding: 12px }
        .box { width: 40px; height: 40px } .greeting { height: 22px } @keyframes turn { to { rotate: 360deg } } header::after { content: "*"; animation: turn 1s infinite; display: inline-block }
        {{Style}}</style></head><body><header><a href="/">Shop</a> <a class="cart" href="/">Cart ({{Counted}})</a> <a class="about" href="/about">About</a></header><main>{{main}}</main><footer>Made by bakers</footer></body></html>
        """,
        "text/html");
}
