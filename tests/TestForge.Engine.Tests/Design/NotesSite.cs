using System.Collections.Concurrent;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.TestKit;

namespace TestForge.Engine.Tests.Design;

/// <summary>Notes kept by the server, each with a page to change it and a button to delete it, and what was deleted.</summary>
internal sealed class NotesSite : IAsyncDisposable
{
    /// <summary>How many notes there are from the beginning.</summary>
    public const int Given = 2;

    private readonly ConcurrentDictionary<int, string> _notes = new() { [1] = "Water the plants", [2] = "Call the printer" };
    private SiteHost _site = null!;
    private int _last = Given;

    public ConcurrentQueue<int> Removed { get; } = [];

    public Uri Url => _site.Url;

    public static async Task<NotesSite> StartAsync()
    {
        var notes = new NotesSite();
        notes._site = await SiteHost.StartAsync(notes.Serve);
        return notes;
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    private void Serve(WebApplication app)
    {
        app.MapGet("/", () => Page("Notes", $"<ul>{string.Concat(_notes.OrderBy(n => n.Key).Select(n => Row(n.Key, n.Value)))}</ul>"));
        app.MapGet("/notes/new", () => Page("New note", Form("/notes", "", "Add note")));
        app.MapGet("/notes/{id:int}/edit", (int id) => Page("Change note", Form($"/notes/{id}", _notes[id], "Save note")));
        app.MapPost("/notes", async (HttpContext http) =>
        {
            _notes[Interlocked.Increment(ref _last)] = (await http.Request.ReadFormAsync())["title"].ToString();
            return Results.Redirect("/");
        });
        app.MapPost("/notes/{id:int}", async (int id, HttpContext http) =>
        {
            _notes[id] = (await http.Request.ReadFormAsync())["title"].ToString();
            return Results.Redirect("/");
        });
        app.MapPost("/notes/{id:int}/delete", (int id) =>
        {
            Removed.Enqueue(id);
            _notes.TryRemove(id, out _);
            return Results.Redirect("/");
        });
    }

    private static string Row(int id, string title) =>
        $"<li>{WebUtility.HtmlEncode(title)} <a href=\"/notes/{id}/edit\">Change</a> <form method=\"post\" action=\"/notes/{id}/delete\"><button>Delete</button></form></li>";

    private static string Form(string action, string title, string button) =>
        $"<form method=\"post\" action=\"{action}\"><label>Title <input name=\"title\" required value=\"{WebUtility.HtmlEncode(title)}\"></label> <button>{button}</button></form>";

    private static IResult Page(string title, string body) => Results.Content(
        $"<!doctype html><html lang=\"en\"><head><title>{title}</title><link rel=\"icon\" href=\"data:,\"></head><body><nav><a href=\"/\">Notes</a> <a href=\"/notes/new\">New note</a></nav><main><h1>{title}</h1>{body}</main></body></html>", "text/html");
}
