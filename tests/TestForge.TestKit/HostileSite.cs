using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestForge.TestKit;

/// <summary>Pages that misbehave in every way a crawler meets, each beside a healthy one.</summary>
public static class HostileSite
{
    /// <summary>Maps every hostile page. <c>/home?to=/path</c> links to one of them and to <c>/fine</c>.</summary>
    public static void MapHostile(this WebApplication app)
    {
        app.MapGet("/home", (string to) => Page("Home", $"""<h1>Home</h1><p><a href="{WebUtility.HtmlEncode(to)}">Hostile</a></p><p><a href="/fine">Fine</a></p>"""));
        app.MapGet("/fine", () => Page("Fine", """<h1>Fine</h1><main><p>All is well.</p><label>Colour <input name="colour"></label></main>"""));
        HostileNetwork.Map(app);
        HostileScripts.Map(app);
        HostileContent.Map(app);
        HostileTraps.Map(app);
    }

    /// <param name="title">Title as markup.</param>
    /// <param name="body">Body as markup.</param>
    /// <param name="head">More of the head.</param>
    internal static IResult Page(string title, string body, string head = "") => Results.Content(
        $"""<!doctype html><html lang="en"><head><meta charset="utf-8"><link rel="icon" href="data:,"><title>{title}</title>{head}</head><body>{body}</body></html>""",
        "text/html; charset=utf-8");
}
