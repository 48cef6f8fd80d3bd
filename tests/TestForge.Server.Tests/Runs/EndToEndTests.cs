using System.Net;
using System.Net.Http.Headers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.TestKit;

namespace TestForge.Server.Tests.Runs;

/// <summary>The whole of it: a server, a site, a real browser, from a project to its report.</summary>
public sealed class EndToEndTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_project_is_tested_and_its_report_is_read(bool postgreSql)
    {
        await using var site = await SiteAsync();
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new());
        var project = (await server.ProjectAsync(site.Url.ToString())).GetProperty("project").GetProperty("id").GetGuid();

        var run = await server.RunAsync(project, new { maxPages = 4, maxTests = 4 });
        var events = await server.EventsAsync(run);

        var state = await server.GetAsync($"/api/v1/runs/{run}");
        events.Select(e => e.Kind).ShouldContain("page-visited");
        events.Select(e => e.Kind).ShouldContain("case-finished");
        events[^1].Kind.ShouldBe("run-finished");
        state.GetProperty("status").GetString().ShouldBe("passed", state.ToString());
        state.GetProperty("summary").GetProperty("passed").GetInt32().ShouldBeGreaterThan(0);
        (await server.GetAsync($"/api/v1/runs/{run}/cases")).GetProperty("items").GetArrayLength().ShouldBeGreaterThan(0);

        using var report = await server.Client.GetAsync($"/api/v1/runs/{run}/report", Token);
        report.Content.Headers.ContentType!.MediaType.ShouldBe("text/html");
        report.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        (await report.Content.ReadAsStringAsync(Token)).ShouldContain("<html");
        (await server.GetAsync($"/api/v1/runs/{run}/report?format=json")).GetProperty("version").GetInt32().ShouldBePositive();
        await DownloadsAPartAsync(server, run);
    }

    private static async Task DownloadsAPartAsync(ServerRig server, Guid run)
    {
        var artifact = (await server.GetAsync($"/api/v1/runs/{run}/artifacts")).GetProperty("items").EnumerateArray().First(a => a.GetProperty("name").GetString() == "report.html");
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/v1/runs/{run}/artifacts/{artifact.GetProperty("id").GetGuid()}");
        request.Headers.Range = new RangeHeaderValue(0, 14);

        using var part = await server.Client.SendAsync(request, Token);

        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsStringAsync(Token)).ToLowerInvariant().ShouldBe("<!doctype html>");
        part.Content.Headers.ContentRange!.Length.ShouldBe(artifact.GetProperty("length").GetInt64());
    }

    private static Task<SiteHost> SiteAsync() => SiteHost.StartAsync(app =>
    {
        app.MapGet("/", () => Page("Tea", "<h1>Tea</h1><a href=\"/about\">About us</a> <a href=\"/contact\">Contact</a>"));
        app.MapGet("/about", () => Page("About", "<h1>About us</h1><p>We sell tea.</p><a href=\"/\">Home</a>"));
        app.MapGet("/contact", () => Page("Contact", "<h1>Contact</h1><form action=\"/sent\"><label>Name <input name=\"n\" required></label><button>Send</button></form><a href=\"/\">Home</a>"));
        app.MapGet("/sent", () => Page("Sent", "<h1>Thank you</h1><a href=\"/\">Home</a>"));
    });

    private static IResult Page(string title, string body) =>
        Results.Content($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><main>{body}</main></body></html>", "text/html; charset=utf-8");
}
