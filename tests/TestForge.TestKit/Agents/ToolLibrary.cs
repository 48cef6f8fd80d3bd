using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestForge.TestKit.Agents;

/// <summary>An application that lends tools, with rules of its business that no field declares, and one that it does not keep to.</summary>
public sealed class ToolLibrary
{
    /// <summary>Text of the news page, which anyone may have written.</summary>
    public string News { get; init; } = "New saws have come.";

    public Uri Elsewhere { get; init; } = new("http://elsewhere.invalid/");

    public int Closed { get; private set; }

    public void Map(WebApplication app)
    {
        app.MapGet("/", () => Page("Tool library", "<p>Tools for everybody.</p>"));
        app.MapGet("/tools", () => Page("Our tools", "<ul><li><a href=/tools/drill>Cordless drill</a></li><li><a href=/tools/saw>Band saw</a></li></ul>"));
        app.MapGet("/tools/{name}", (string name) => Page(name == "saw" ? "Band saw" : "Cordless drill", "<p>Ready to be lent.</p>"));
        app.MapGet("/book", () => Page("Book a tool", Form("")));
        app.MapPost("/book", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            // Nobody can lend a tool for no day at all; this application lets them.
            return !int.TryParse(form["days"], out var days) || days > 14 ? Page("Book a tool", Form("<p class=error>A tool is lent for two weeks at most.</p>"))
                : Page("Booked", $"<p role=status>We have put it aside for you.</p><p>Lent to {form["name"]}.</p>");
        });
        app.MapGet("/account", () => Page("Your account", "<form method=post action=/account/close><button>Delete my account</button></form>"));
        app.MapPost("/account/close", () =>
        {
            Closed++;
            return Page("Gone", "<p>Gone.</p>");
        });
        app.MapGet("/news", () => Page("News", $"<p>{News}</p><a href=\"{Elsewhere}\">Prize</a>"));
    }

    private static IResult Page(string title, string body) => Results.Content(
        $"<!doctype html><html lang=en><head><title>{title}</title><link rel=icon href=\"data:,\"></head><body><header><nav><a href=/>Start</a> <a href=/tools>Tools</a> <a href=/book>Book</a> <a href=/account>Account</a> <a href=/news>News</a></nav></header><main><h1>{title}</h1>{body}</main></body></html>",
        "text/html; charset=utf-8");

    private static string Form(string message) =>
        $"{message}<form method=post action=/book><label>Tool <select name=tool required><option value=1>Cordless drill</option><option value=2>Band saw</option></select></label><label>Days <input name=days required></label><label>Lent to <input name=name required></label><button>Book it</button></form>";
}
