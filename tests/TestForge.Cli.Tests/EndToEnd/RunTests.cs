using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using HttpResults = Microsoft.AspNetCore.Http.Results;
using TestForge.Pipeline;
using TestForge.TestKit;

namespace TestForge.Cli.Tests.EndToEnd;

/// <summary>The main job, from the command to the files, on real sites in a real browser.</summary>
public sealed class RunTests
{
    private const string Page = """
        <!doctype html><html lang="en"><head><title>Orders</title></head><body><main><h1>Orders</h1>
        <p>Every order of this week.</p><button id="more" data-testid="show-more" onclick="document.getElementById('rest').hidden = false">Show more</button>
        <p id="rest" hidden>Order 17 is on its way.</p><a href="/help">Help</a></main></body></html>
        """;

    [Fact]
    [Trait("Category", "Slow")]
    public async Task Each_stage_runs_alone_on_the_files_of_the_one_before()
    {
        await using var site = await ServeAsync(() => Page);
        using var cli = new RealCli();

        (await cli.RunAsync("discover", site.Url.AbsoluteUri, "--out", "o")).ShouldBe(0, cli.Error);
        (await cli.RunAsync("design", "--out", "o")).ShouldBe(0, cli.Error);
        (await cli.RunAsync("script", "--out", "o")).ShouldBe(0, cli.Error);
        (await cli.RunAsync("execute", "--out", "o")).ShouldBe(0, cli.Output + cli.Error);
        (await cli.RunAsync("report", "--out", "o")).ShouldBe(0, cli.Error);

        File.Exists(cli.In("o", "report.html")).ShouldBeTrue();
        Read<RunResults>(cli, "results.json").Cases.ShouldNotBeEmpty();
    }

    [Fact]
    public async Task A_locator_that_broke_is_healed_reviewed_and_applied()
    {
        var page = Page;
        await using var site = await ServeAsync(() => page);
        using var cli = new RealCli();
        (await cli.RunAsync("run", site.Url.AbsoluteUri, "--out", "o")).ShouldBe(0, cli.Output + cli.Error);
        page = Page.Replace("show-more", "expand-orders", StringComparison.Ordinal);

        (await cli.RunAsync("execute", "--out", "o")).ShouldBe(0, cli.Output + cli.Error);

        var results = Read<RunResults>(cli, "results.json");
        results.Cases.ShouldContain(c => c.Verdict == Verdict.Healed);
        results.Heals.ShouldContain(h => h.Proved && h.New!.Value == "expand-orders");
        Scripts().ShouldNotContain(t => t.Contains("expand-orders", StringComparison.Ordinal));
        var diff = File.ReadAllText(cli.In("o", "heals.diff"));
        diff.ShouldContain("--- a/scripts/typescript/pages/");
        diff.ShouldContain("getByTestId('expand-orders')");

        (await cli.RunAsync("heals", "list", "--json")).ShouldBe(0, cli.Error);
        var id = JsonDocument.Parse(cli.Output).RootElement[0].GetProperty("id").GetString()!;
        (await cli.RunAsync("heals", "apply", id, "--out", "o")).ShouldBe(2);
        cli.Error.ShouldContain("heal.not_approved");
        (await cli.RunAsync("heals", "approve", id, "--by", "ann")).ShouldBe(0, cli.Error);
        (await cli.RunAsync("heals", "apply", "--out", "o")).ShouldBe(0, cli.Error);
        cli.Output.ShouldContain("+++ b/pages/");
        Scripts().ShouldNotContain(t => t.Contains("expand-orders", StringComparison.Ordinal));
        (await cli.RunAsync("heals", "apply", "--out", "o", "--write")).ShouldBe(0, cli.Error);

        Scripts().ShouldContain(t => t.Contains("expand-orders", StringComparison.Ordinal));
        Read<TestPlan>(cli, "test-plan.json").Elements.ShouldContain(e => e.Locator.Value == "expand-orders");
        (await cli.RunAsync("execute", "--out", "o")).ShouldBe(0, cli.Output + cli.Error);
        Read<RunResults>(cli, "results.json").Cases.ShouldAllBe(c => c.Verdict == Verdict.Passed);
        File.Exists(cli.In("o", "heals.diff")).ShouldBeFalse();

        string[] Scripts() => [.. Directory.GetFiles(cli.In("o", "scripts", "typescript", "pages")).Select(File.ReadAllText)];
    }

    [Fact]
    public async Task A_fault_in_the_application_fails_and_is_not_healed_away()
    {
        var page = Page;
        await using var site = await ServeAsync(() => page);
        using var cli = new RealCli();
        (await cli.RunAsync("run", site.Url.AbsoluteUri, "--out", "o")).ShouldBe(0, cli.Output + cli.Error);
        page = Page.Replace("hidden = false", "hidden = true", StringComparison.Ordinal).Replace("<h1>Orders</h1>", "<h1>Something else</h1>", StringComparison.Ordinal);

        (await cli.RunAsync("execute", "--out", "o")).ShouldBe(1);

        Read<RunResults>(cli, "results.json").Heals.ShouldNotContain(h => h.Proved);
        (await cli.RunAsync("report", "--out", "o", "--gate", "pages>=1")).ShouldBe(1);
        cli.Output.ShouldContain("Gate not met  failed==0");
        (await cli.RunAsync("report", "--out", "o", "--gate", "pass-rate>=1")).ShouldBe(0, cli.Output + cli.Error);
        cli.Output.ShouldContain("Gate met  pass-rate>=1");
        (await cli.RunAsync("report", "--out", "o", "--gate", "pass-rate>=1", "--gate", "failed==0")).ShouldBe(1);
        (await cli.RunAsync("report", "--out", "o", "--gate", "pass-rte>=1")).ShouldBe(2);
        cli.Error.ShouldContain("pass-rate");
    }

    [Fact]
    public async Task Signs_in_with_a_login_file_and_tests_what_only_users_see()
    {
        await using var site = await SiteHost.StartAsync(MapLogin);
        using var cli = new RealCli();
        Environment.SetEnvironmentVariable("TESTFORGE_TEST_PASSWORD", "correct horse");
        var login = cli.Write("login.json", """
            { "url": "/login",
              "steps": [
                { "do": "fill", "locator": { "kind": "label", "value": "Name" }, "value": "ada" },
                { "do": "fill", "locator": { "kind": "label", "value": "Password" }, "value": "${env:TESTFORGE_TEST_PASSWORD}" },
                { "do": "click", "locator": { "kind": "role", "value": "button", "name": "Sign in" } } ],
              "success": { "visible": { "kind": "text", "value": "Signed in as ada" } } }
            """);

        var exit = await cli.RunAsync("run", site.Url.AbsoluteUri, "--out", "o", "--login", login);

        exit.ShouldBe(0, cli.Output + cli.Error);
        Read<SiteMap>(cli, "site-map.json").Pages.ShouldContain(p => p.Title == "Secret ledger");
        var leaks = Directory.EnumerateFiles(cli.In("o"), "*", SearchOption.AllDirectories).Where(f => File.ReadAllText(f).Contains("correct horse", StringComparison.Ordinal));
        leaks.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_target_that_cannot_be_reached_ends_with_3_and_a_report()
    {
        using var cli = new RealCli();

        var exit = await cli.RunAsync("run", "http://127.0.0.1:9/", "--out", "o");

        exit.ShouldBe(3);
        File.Exists(cli.In("o", "report.html")).ShouldBeTrue();
    }

    private static Task<SiteHost> ServeAsync(Func<string> page) => SiteHost.StartAsync(app => app.MapGet("/{*path}", (string? path) => path is null
        ? HttpResults.Content(page(), "text/html; charset=utf-8")
        : path == "help" ? HttpResults.Content("<!doctype html><html lang=en><title>Help</title><main><h1>Help</h1><a href='/'>Orders</a></main>", "text/html; charset=utf-8") : HttpResults.NotFound()));

    private static void MapLogin(WebApplication app)
    {
        app.MapGet("/login", () => Html("Sign in", "<h1>Sign in</h1><form method=post action=/login><label>Name <input name=user required></label><label>Password <input name=password type=password required></label><button>Sign in</button></form>"));
        app.MapPost("/login", async (HttpContext http) =>
        {
            var form = await http.Request.ReadFormAsync();
            if (form["user"] == "ada" && form["password"] == "correct horse")
            {
                http.Response.Cookies.Append("session", "ada");
                return HttpResults.Redirect("/");
            }

            return Html("Sign in", "<h1>Sign in</h1><p role=alert>Name or password is wrong.</p>");
        });
        app.MapGet("/{*path}", (string? path, HttpContext http) => http.Request.Cookies["session"] is null
            ? HttpResults.Redirect("/login")
            : Html(path == "ledger" ? "Secret ledger" : "Desk", $"<h1>{(path == "ledger" ? "Ledger" : "Desk")}</h1><p>Signed in as ada</p><a href='/ledger'>Ledger</a> <a href='/logout'>Log out</a>"));

        static IResult Html(string title, string body) => HttpResults.Content($"<!doctype html><html lang=en><title>{title}</title><main>{body}</main>", "text/html; charset=utf-8");
    }

    private static T Read<T>(RealCli cli, string file) => JsonSerializer.Deserialize<T>(File.ReadAllText(cli.In("o", file)), ArtifactJson.Compact)!;
}
