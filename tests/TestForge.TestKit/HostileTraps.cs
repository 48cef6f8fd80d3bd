using Microsoft.AspNetCore.Builder;
using static TestForge.TestKit.HostileSite;

namespace TestForge.TestKit;

/// <summary>Pages that link to ever new pages.</summary>
internal static class HostileTraps
{
    public static void Map(WebApplication app)
    {
        app.MapGet("/calendar/{year:int}/{month:int}", (int year, int month) => Page(
            $"{year}-{month}",
            $"""<h1>{year}-{month}</h1><nav><a href="/calendar/{year}/{month + 1}">Next</a> <a href="/calendar/{year + 1}/{month}">Next year</a> <a href="/calendar/{year}/{month}?view=week">Week</a></nav>"""));
        app.MapGet("/query", (int n) => Page(
            $"Query {n}",
            $"""<h1>Query</h1><ul><li><a href="/query?n={n + 1}&amp;sort=up">Up</a></li><li><a href="/query?sort=down&amp;n={n + 1}&amp;page={n}">Down</a></li></ul>"""));
        app.MapGet("/names", (int n) => Page($"Names {n}", $"""<h1>Names</h1><p><a href="/names?n={n + 1}&amp;key{n}x=1">More</a></p><p><a href="/names?n={n + 1}&amp;other{n}x=1">Other</a></p>"""));
        app.MapGet("/deep/{**rest}", () => Page("Deep", """<h1>Deep</h1><p><a href="again/">Again</a></p>"""));
    }
}
