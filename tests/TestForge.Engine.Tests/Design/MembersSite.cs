using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.Pipeline;

namespace TestForge.Engine.Tests.Design;

/// <summary>A site for members: signing in and out, a menu for telephones, a dialog, addresses that do not exist; with one fault at a time.</summary>
internal sealed class MembersSite
{
    public const string Password = "TESTFORGE_TEST_MEMBER";
    private const string Secret = "seven green bottles";

    public static readonly string[] Faults =
    [
        "signing in leads elsewhere", "signing out does not end the session", "a page opens for everyone",
        "an unknown address is answered with success", "the menu stays shut", "the dialog cannot be left",
        "an answer of the API lacks a part", "the API answers everyone", "the dialog has a field without a label",
    ];

    private readonly ConcurrentDictionary<string, byte> _sessions = [];

    public MembersSite() => Environment.SetEnvironmentVariable(Password, Secret);

    /// <summary>The fault the site has now, or null.</summary>
    public string? Fault { get; set; }

    public static SessionSource Session { get; } = new(Login: new()
    {
        Url = "/sign-in",
        Steps =
        [
            new("fill", new() { Kind = LocatorKind.Label, Value = "Password" }, $"${{env:{Password}}}"),
            new("click", new() { Kind = LocatorKind.Role, Value = "button", Name = "Sign in" }),
        ],
        Success = new(Visible: new() { Kind = LocatorKind.Role, Value = "button", Name = "Sign out" }),
    });

    public void Serve(WebApplication app)
    {
        app.MapGet("/sign-in", () => Page("Sign in", "<form method='post' action='/sign-in'><label>Password <input type='password' name='password' required></label> <button>Sign in</button></form>"));
        app.MapPost("/sign-in", async (HttpContext http) =>
        {
            if ((await http.Request.ReadFormAsync())["password"] != Secret)
            {
                return Page("Sign in", "<p role='alert'>That is not the password.</p>");
            }

            var session = Guid.NewGuid().ToString("N");
            _sessions[session] = 0;
            http.Response.Cookies.Append("session", session);
            return Results.Redirect(Has("signing in leads elsewhere") ? "/notes" : "/");
        });
        app.MapPost("/sign-out", (HttpContext http) =>
        {
            if (!Has("signing out does not end the session"))
            {
                _sessions.TryRemove(http.Request.Cookies["session"] ?? "", out _);
            }

            return Results.Redirect("/sign-in");
        });
        app.MapGet("/", (HttpContext http) => IsMember(http) ? Page("Start", Members + Help) : Results.Redirect("/sign-in"));
        app.MapGet("/notes", (HttpContext http) => IsMember(http) || Has("a page opens for everyone") ? Page("Notes", Members + "<p id='notes'></p><script>fetch('/api/notes').then((r) => r.json()).then((all) => { notes.textContent = all.length ? 'There are notes' : 'Nothing yet'; });</script>") : Results.Redirect("/sign-in"));
        app.MapPost("/api/visits", () => Results.NoContent());
        app.MapGet("/api/notes", (HttpContext http) => !IsMember(http) && !Has("the API answers everyone") ? Results.StatusCode(401)
            : Results.Json(new[] { "Tea", "Cake", "Pie" }.Select(text => Has("an answer of the API lacks a part") ? (object)new { text } : new { text, pinned = text == "Tea" })));
        app.MapFallback(() => Page("There is no such page", "", Has("an unknown address is answered with success") ? 200 : 404));
    }

    private string Members => $$"""
        <style>@media (max-width: 600px) { nav:not(.open) a { display: none } } @media (min-width: 601px) { #menu { display: none } }</style>
        <header><nav aria-label="Main"><button id="menu" type="button">Menu</button> <a href="/">Start</a> <a href="/notes">Notes</a></nav>
        <form method="post" action="/sign-out"><button>Sign out</button></form></header>
        <script>{{(Has("the menu stays shut") ? "" : "menu.onclick = () => menu.parentElement.classList.toggle('open');")}}</script>
        """;

    private string Help => $$"""
        <button id="help" type="button">Help</button><dialog aria-label="Help"><p>Write to the office.</p>{{(Has("the dialog has a field without a label") ? "<input name='subject'>" : "")}}<button type="button" id="close">Close</button></dialog>
        <script>
          fetch('/api/visits', { method: 'POST' });
          const dialog = document.querySelector('dialog');
          help.onclick = () => dialog.showModal();
          {{(Has("the dialog cannot be left") ? "dialog.oncancel = (event) => event.preventDefault(); dialog.onkeydown = (event) => event.preventDefault();" : "close.onclick = () => dialog.close();")}}
        </script>
        """;

    private bool Has(string fault) => Fault == fault;

    private bool IsMember(HttpContext http) => _sessions.ContainsKey(http.Request.Cookies["session"] ?? "");

    private static IResult Page(string title, string body, int status = 200) => Results.Content(
        $"<!doctype html><html lang=\"en\"><head><meta name=\"viewport\" content=\"width=device-width\"><title>{title}</title><link rel=\"icon\" href=\"data:,\"></head><body><main><h1>{title}</h1>{body}</main></body></html>", "text/html", null, status);
}
