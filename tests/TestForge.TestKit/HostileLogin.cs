using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using static TestForge.TestKit.HostileSite;

namespace TestForge.TestKit;

/// <summary>A members' area whose sessions all end once, after some pages.</summary>
/// <param name="pagesUntilExpiry">Members' pages served before the sessions end.</param>
public sealed class HostileLogin(int pagesUntilExpiry)
{
    private readonly ConcurrentDictionary<string, bool> _sessions = new();
    private int _served;
    private int _signIns;
    private int _signOuts;

    /// <summary>How often somebody signed in.</summary>
    public int SignIns => _signIns;

    /// <summary>How often somebody signed out.</summary>
    public int SignOuts => _signOuts;

    public void Map(WebApplication app)
    {
        app.MapGet("/login", () => Page("Sign in", """<h1>Sign in</h1><form method="post" action="/login"><label>User <input name="user"></label><button>Sign in</button></form>"""));
        app.MapPost("/login", (HttpContext http) =>
        {
            var id = $"s{Interlocked.Increment(ref _signIns)}";
            _sessions[id] = true;
            http.Response.Cookies.Append("session", id);
            return Results.Redirect("/members/0");
        });
        app.MapGet("/logout", (HttpContext http) =>
        {
            Interlocked.Increment(ref _signOuts);
            _sessions.TryRemove(http.Request.Cookies["session"] ?? "", out _);
            return Results.Redirect("/login");
        });
        app.MapGet("/members/never", () => Results.Redirect("/login"));
        app.MapGet("/members/{n:int}", (HttpContext http, int n) =>
        {
            if (Interlocked.Increment(ref _served) == pagesUntilExpiry)
            {
                _sessions.Clear();
            }

            return _sessions.ContainsKey(http.Request.Cookies["session"] ?? "")
                ? Page($"Members {n}", Body(n))
                : Results.Redirect("/login");
        });
    }

    // Every page has another structure, so that none is merged into another.
    private static string Body(int n) =>
        $"<h1>Members {n}</h1><nav><a href=\"/logout\">Log out</a> {string.Join(' ', Enumerable.Range(0, 8).Select(i => $"<a href=\"/members/{i}\">Page {i}</a>"))} "
        + $"<a href=\"/members/never\">Forbidden</a></nav>{string.Concat(Enumerable.Repeat("<section>", n + 1))}<p>text</p>";
}
