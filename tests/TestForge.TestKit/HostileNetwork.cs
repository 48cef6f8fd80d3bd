using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace TestForge.TestKit;

/// <summary>Answers that are late, endless, huge, broken or lead astray.</summary>
internal static class HostileNetwork
{
    private const int Megabyte = 1024 * 1024;

    public static void Map(WebApplication app)
    {
        app.MapGet("/go", (string to) => Results.Redirect(to));
        app.MapGet("/loop/{n:int}", (int n) => Results.Redirect($"/loop/{1 - n}"));
        app.MapGet("/broken/{name}", (string name) => Results.Text($"{name} failed", "text/html", statusCode: 500));
        app.MapGet("/late", async (HttpContext http) =>
        {
            await Task.Delay(TimeSpan.FromSeconds(30), http.RequestAborted);
            return Results.Text("late");
        });
        app.MapGet("/endless", EndlessAsync);
        app.MapGet("/huge", (HttpContext http, bool sized) => HugeAsync(http, sized));
        app.MapGet("/download", (HttpContext http) =>
        {
            http.Response.Headers.ContentDisposition = "attachment; filename=\"../../x\"";
            return Results.Bytes("x"u8.ToArray(), "text/html");
        });
    }

    private static async Task EndlessAsync(HttpContext http)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        await http.Response.WriteAsync("<!doctype html><title>Endless</title><h1>Endless</h1>", http.RequestAborted);
        while (!http.RequestAborted.IsCancellationRequested)
        {
            await http.Response.WriteAsync("<p>and on", http.RequestAborted);
            await http.Response.Body.FlushAsync(http.RequestAborted);
            await Task.Delay(50, http.RequestAborted);
        }
    }

    private static async Task HugeAsync(HttpContext http, bool sized)
    {
        http.Response.ContentType = "text/html; charset=utf-8";
        if (sized)
        {
            http.Response.ContentLength = 50L * Megabyte;
        }

        var paragraph = "<p>" + string.Join(' ', Enumerable.Repeat("more", 200)) + "\n";
        var block = Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(paragraph, Megabyte / paragraph.Length + 1)))[..Megabyte];
        for (var i = 0; i < 50; i++)
        {
            await http.Response.Body.WriteAsync(block, http.RequestAborted);
        }
    }
}
