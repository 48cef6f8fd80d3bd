using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;

namespace TestForge.Server.Tests.Api;

public sealed class EnvironmentsTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";
    private const string Secret = "correct horse battery staple";
    private const string State = """{"cookies":[{"name":"sid","value":"cookie-value-nobody-sees"}],"origins":[]}""";

    private static readonly object Login = new
    {
        url = "/login",
        steps = new object[]
        {
            new { @do = "fill", locator = new { kind = "label", value = "E-mail" }, value = "${env:SHOP_USER}" },
            new { @do = "fill", locator = new { kind = "label", value = "Password" }, value = "${env:SHOP_PASSWORD}" },
            new { @do = "click", locator = new { kind = "role", value = "button", name = "Sign in" } },
        },
        success = new { url = "/account" },
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Secrets_and_variables_reach_the_run_and_are_shown_nowhere(bool postgreSql)
    {
        var orders = new List<RunOrder>();
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) =>
        {
            orders.Add(order);
            return Task.FromResult(ScriptedExecutor.Outcome(order));
        }));
        var (project, environment, path) = await MadeAsync(server);
        using var put = await server.Client.ChangeAsync("PUT", path, new { name = "staging", baseUrl = Url, variables = new Dictionary<string, string> { ["SHOP_USER"] = "ann@shop.example" }, login = Login }, "\"1\"");
        put.StatusCode.ShouldBe(HttpStatusCode.OK, await put.Content.ReadAsStringAsync(Token));

        using var patch = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { set = new Dictionary<string, string> { ["SHOP_PASSWORD"] = Secret, ["OLD"] = "x-x-x" }, storageState = State }, "\"2\"");
        var shown = await patch.Content.ReadAsStringAsync(Token);
        patch.StatusCode.ShouldBe(HttpStatusCode.OK, shown);
        using var less = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { remove = new[] { "OLD" } }, "\"3\"");
        less.StatusCode.ShouldBe(HttpStatusCode.OK);
        var run = await server.RunAsync(project);
        await server.EventsAsync(run);

        var session = orders.ShouldHaveSingleItem().Session;
        session.Variables["SHOP_PASSWORD"].ShouldBe(Secret);
        session.Variables["SHOP_USER"].ShouldBe("ann@shop.example");
        session.Variables.ContainsKey("OLD").ShouldBeFalse();
        session.Secrets.ShouldBe([Secret]);
        session.StorageState.ShouldBe(State);
        orders[0].Input.Session.Login!.Steps[1].Value.ShouldBe("${env:SHOP_PASSWORD}");
        foreach (var text in new[]
        {
            shown,
            (await server.GetAsync(path)).ToString(),
            (await server.GetAsync($"/api/v1/projects/{project}/environments")).ToString(),
            (await server.GetAsync("/api/v1/audit")).ToString(),
            (await server.GetAsync($"/api/v1/runs/{run}")).ToString(),
        })
        {
            text.ShouldNotContain(Secret);
            text.ShouldNotContain("cookie-value-nobody-sees");
        }

        (await server.GetAsync(path)).GetProperty("secretNames").EnumerateArray().Select(n => n.GetString()).ShouldBe(["SHOP_PASSWORD"]);
        (await server.GetAsync("/api/v1/audit?action=ChangeSecrets")).Items()[0].GetProperty("after").Text("secrets").ShouldBe("***");
        environment.ShouldNotBe(Guid.Empty);
    }

    [Theory]
    [InlineData("""{"url":"javascript:alert(1)","steps":[{"do":"click","locator":{"kind":"text","value":"x"}}],"success":{"url":"/"}}""")]
    [InlineData("""{"url":"//evil.example/login","steps":[{"do":"click","locator":{"kind":"text","value":"x"}}],"success":{"url":"/"}}""")]
    [InlineData("""{"url":"/login","steps":[],"success":{"url":"/"}}""")]
    [InlineData("""{"url":"/login","steps":[{"do":"click","locator":{"kind":"text","value":"x"}}],"success":{}}""")]
    [InlineData("""{"url":"/login","steps":[{"do":"eval","locator":{"kind":"text","value":"x"}}],"success":{"url":"/"}}""")]
    [InlineData("""{"url":"/login","steps":[{"do":"fill","locator":{"kind":"label","value":"Password"},"value":"in plain text"}],"success":{"url":"/"}}""")]
    [InlineData("""{"url":"/login","steps":[null],"success":{"url":"/"}}""")]
    [InlineData("""{"url":"/login","steps":[{"do":"click","locator":{"kind":"text","value":"x"},"script":"x"}],"success":{"url":"/"}}""")]
    public async Task A_sign_in_that_cannot_be_is_refused(string login)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (project, _, _) = await MadeAsync(server);

        using var response = await server.Client.PostAsync($"/api/v1/projects/{project}/environments", new StringContent($$"""{"name":"x","baseUrl":"{{Url}}","login":{{login}}}""", System.Text.Encoding.UTF8, "application/json"), Token);

        response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, await response.Content.ReadAsStringAsync(Token));
    }

    [Fact]
    public async Task Names_and_values_of_secrets_are_checked()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (_, _, path) = await MadeAsync(server);

        using var name = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { set = new Dictionary<string, string> { ["1 OR 1"] = "x" } });
        using var value = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { set = new Dictionary<string, string> { ["A"] = new('x', 4_001) } });
        using var state = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { storageState = "[1]" });
        using var stale = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { set = new { A = "x" } }, "\"9\"");
        using var blind = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { set = new { A = "x" } }, null);

        name.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        value.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        state.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
        blind.StatusCode.ShouldBe((HttpStatusCode)428);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_deleted_project_takes_its_runs_and_their_files_with_it(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), Planned.Executor([("a", TestForge.Pipeline.Verdict.Failed)]));
        var (project, environment, path) = await MadeAsync(server);
        var run = await server.RunAsync(project);
        await server.EventsAsync(run);
        var folder = Directory.CreateDirectory(Path.Combine(server.Folder, "tenants", server.Tenant.ToString(), "runs", run.ToString()));

        using var blind = await server.Client.ChangeAsync("DELETE", $"/api/v1/projects/{project}", etag: null);
        using var gone = await server.Client.ChangeAsync("DELETE", $"/api/v1/projects/{project}", etag: "\"1\"");

        blind.StatusCode.ShouldBe((HttpStatusCode)428);
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent, await gone.Content.ReadAsStringAsync(Token));
        foreach (var address in new[] { $"/api/v1/projects/{project}", path, $"/api/v1/runs/{run}" })
        {
            using var read = await server.Client.GetAsync(address, Token);
            read.StatusCode.ShouldBe(HttpStatusCode.NotFound, address);
        }

        await server.UntilAsync(() => Task.FromResult(!Directory.Exists(folder.FullName)));
        (await server.GetAsync("/api/v1/audit?action=DeleteProject")).Items().Select(l => l.GetProperty("subjectId").GetGuid()).ShouldBe([project, environment], ignoreOrder: true);
        (await server.GetAsync("/api/v1/usage")).Items()[0].GetProperty("runs").GetInt32().ShouldBe(1);
    }

    [Fact]
    public async Task What_a_run_works_with_is_not_deleted()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, adapt: s => s with { Parallel = 0 });
        var (project, _, path) = await MadeAsync(server);
        await server.RunAsync(project);

        using var whole = await server.Client.ChangeAsync("DELETE", $"/api/v1/projects/{project}");
        using var part = await server.Client.ChangeAsync("DELETE", path);

        (await ProjectsTests.ProblemAsync(whole)).ShouldBe((409, "project.busy"));
        (await ProjectsTests.ProblemAsync(part)).ShouldBe((409, "project.busy"));
    }

    [Fact]
    public async Task A_deleted_environment_leaves_the_project_and_its_other_environments()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (project, _, path) = await MadeAsync(server);
        var other = (await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/environments", new { name = "other", baseUrl = Url }, Token).BodyAsync()).Id();
        var run = await server.RunAsync(project, new { environmentId = other });
        await server.EventsAsync(run);

        using var taken = await server.Client.ChangeAsync("PUT", path, new { name = "other", baseUrl = Url });
        using var gone = await server.Client.ChangeAsync("DELETE", path);

        (await ProjectsTests.ProblemAsync(taken)).ShouldBe((409, "environment.name_taken"));
        gone.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await server.GetAsync($"/api/v1/projects/{project}/environments")).Items().Select(e => e.Id()).ShouldBe([other]);
        (await server.GetAsync($"/api/v1/runs/{run}")).Text("status").ShouldBe("passed");
    }

    [Fact]
    public async Task Secrets_that_cannot_be_opened_break_the_run_by_name()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (project, _, path) = await MadeAsync(server);
        using var set = await server.Client.ChangeAsync("PATCH", $"{path}/secrets", new { set = new { A = "secret" } });
        await server.Services.GetRequiredService<TenantWork>().WriteAsync(server.Tenant, db => db.Environments.ExecuteUpdateAsync(s => s.SetProperty(e => e.Secrets, new byte[] { 1, 2, 3 }), Token), Token);

        var run = await server.RunAsync(project);
        await server.EventsAsync(run);

        var state = await server.GetAsync($"/api/v1/runs/{run}");
        (state.Text("status"), state.Text("errorCode")).ShouldBe(("broken", "secrets.damaged"));
    }

    private static async Task<(Guid Project, Guid Environment, string Path)> MadeAsync(ServerRig server)
    {
        var made = await server.ProjectAsync(Url);
        var (project, environment) = (made.GetProperty("project").Id(), made.GetProperty("environment").Id());
        return (project, environment, $"/api/v1/projects/{project}/environments/{environment}");
    }
}
