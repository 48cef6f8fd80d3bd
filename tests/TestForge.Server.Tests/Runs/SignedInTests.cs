using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using TestForge.TestKit;

namespace TestForge.Server.Tests.Runs;

/// <summary>Runs that sign in, with a real browser.</summary>
public sealed class SignedInTests
{
    private const string Password = "s3cret-of-the-tenant";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_run_signs_in_with_the_secrets_of_its_environment()
    {
        await using var site = await SiteAsync(() => false);
        await using var server = await ServerRig.StartAsync(new());
        var project = await ProjectAsync(server, site, "${env:SHOP_PASSWORD}");

        var run = await server.RunAsync(project, new { maxPages = 4, maxTests = 4 });
        await server.EventsAsync(run);

        var state = await server.GetAsync($"/api/v1/runs/{run}");
        state.Text("status").ShouldBe("passed", state.ToString());
        (await server.GetAsync($"/api/v1/runs/{run}/pages")).Items().Select(p => p.Text("title")).ShouldContain("Orders");
        (await server.GetAsync($"/api/v1/runs/{run}/plan")).GetProperty("cases").GetArrayLength().ShouldBeGreaterThan(0);
        (await server.GetAsync($"/api/v1/runs/{run}/site-map")).GetProperty("pages").GetArrayLength().ShouldBeGreaterThan(1);
        foreach (var file in Directory.EnumerateFiles(server.Folder, "*", SearchOption.AllDirectories).Where(f => Path.GetFileName(f) != "master.key" && !f.Contains("testforge.db", StringComparison.Ordinal)))
        {
            (await File.ReadAllTextAsync(file, Token)).Contains(Password, StringComparison.Ordinal).ShouldBeFalse(file);
        }
    }

    [Fact]
    public async Task A_failed_case_alone_is_run_again_on_the_plan_of_its_run()
    {
        var (broken, count) = (false, 0);
        await using var site = await SiteAsync(() => broken);
        await using var server = await ServerRig.StartAsync(new());
        var project = await ProjectAsync(server, site, "${env:SHOP_PASSWORD}");
        var stages = new List<string?>();

        // What was seen twice while the tests were designed is gone when they run.
        var run = await server.RunAsync(project, new { maxPages = 4, maxTests = 6 });
        await foreach (var kind in KindsAsync(server, run))
        {
            count += kind.Kind == "stage-started" ? 1 : 0;
            broken |= kind is { Kind: "stage-started", Stage: "execute" or "script" or "select" };
        }

        broken = false;
        var state = await server.GetAsync($"/api/v1/runs/{run}");
        Assert.SkipWhen(state.Text("status") == "passed", "The application broke too late for this run.");
        var retry = (await server.Client.PostAsync($"/api/v1/runs/{run}/retry", null, Token).BodyAsync()).Id("runId");
        var events = await server.EventsAsync(retry);

        stages.AddRange(events.Where(e => e.Kind == "stage-started").Select(e => e.Data.Text("stage")));
        stages.ShouldNotContain("discover");
        stages.ShouldNotContain("design");
        var again = await server.GetAsync($"/api/v1/runs/{retry}");
        again.Text("status").ShouldBe("passed", again.ToString());
        again.GetProperty("summary").GetProperty("passed").GetInt32().ShouldBe(state.GetProperty("summary").GetProperty("failed").GetInt32());
        count.ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task The_servers_own_environment_is_not_for_tenants()
    {
        await using var site = await SiteAsync(() => false);
        await using var server = await ServerRig.StartAsync(new());
        var project = await ProjectAsync(server, site, "${env:PATH}");

        var run = await server.RunAsync(project, new { maxPages = 2, maxTests = 2 });
        await server.EventsAsync(run);

        var state = await server.GetAsync($"/api/v1/runs/{run}");
        (state.Text("status"), state.Text("errorCode")).ShouldBe(("broken", "step.variable_missing"));
    }

    private static async IAsyncEnumerable<(string Kind, string? Stage)> KindsAsync(ServerRig server, Guid run)
    {
        var last = 0L;
        while (true)
        {
            var events = await server.EventsAsync(run, after: last, most: 1);
            if (events.Count == 0)
            {
                yield break;
            }

            last = events[0].Id;
            yield return (events[0].Kind, events[0].Data.TryGetProperty("stage", out var stage) ? stage.GetString() : null);
        }
    }

    private static async Task<Guid> ProjectAsync(ServerRig server, SiteHost site, string password)
    {
        var made = await server.ProjectAsync(site.Url.ToString());
        var (project, environment) = (made.GetProperty("project").Id(), made.GetProperty("environment").Id());
        var path = $"/api/v1/projects/{project}/environments/{environment}";
        var login = new
        {
            url = "/login",
            steps = new object[]
            {
                new { @do = "fill", locator = new { kind = "label", value = "User" }, value = "${env:SHOP_USER}" },
                new { @do = "fill", locator = new { kind = "label", value = "Password" }, value = password },
                new { @do = "click", locator = new { kind = "role", value = "button", name = "Sign in" } },
            },
            success = new { visible = new { kind = "text", value = "Hello ann" } },
        };
        await server.Client.ChangeAsync("PUT", path, new { name = "default", baseUrl = site.Url.ToString(), variables = new Dictionary<string, string> { ["SHOP_USER"] = "ann" }, login }).BodyAsync();
        await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { set = new Dictionary<string, string> { ["SHOP_PASSWORD"] = Password } }).BodyAsync();
        return project;
    }

    private static Task<SiteHost> SiteAsync(Func<bool> broken) => SiteHost.StartAsync(app =>
    {
        app.MapGet("/login", () => Page("Login", "<form method=\"post\" action=\"/login\"><label>User <input name=\"user\"></label><label>Password <input type=\"password\" name=\"password\"></label><button>Sign in</button></form>"));
        app.MapPost("/login", (HttpContext http, IFormCollection form) =>
        {
            if (form["user"] == "ann" && form["password"] == Password)
            {
                http.Response.Cookies.Append("who", "ann");
            }

            return Results.Redirect("/");
        }).DisableAntiforgery();
        app.MapGet("/", (HttpContext http) => http.Request.Cookies.ContainsKey("who") ? Page("Start", $"<h1>{(broken() ? "Sorry" : "Start")}</h1><p>Hello ann</p><a href=\"/orders\">Orders</a>") : Page("Start", "<h1>Welcome</h1><a href=\"/login\">Sign in here</a>"));
        app.MapGet("/orders", (HttpContext http) => http.Request.Cookies.ContainsKey("who") ? Page("Orders", $"<h1>{(broken() ? "Sorry" : "Orders")}</h1><p>Hello ann</p><a href=\"/\">Home</a>") : Results.Redirect("/login"));
    });

    private static IResult Page(string title, string body) =>
        Results.Content($"<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><title>{title}</title></head><body><main>{body}</main></body></html>", "text/html; charset=utf-8");
}
