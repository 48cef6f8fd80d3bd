using System.Net;
using TestForge.Pipeline;
using TestForge.Platform.Runs;

namespace TestForge.Server.Tests.Cases;

public sealed class ProjectCasesTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_people_say_of_a_case_stays_and_is_given_to_later_runs(bool postgreSql)
    {
        var orders = new List<RunOrder>();
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) =>
        {
            orders.Add(order);
            return Task.FromResult(Planned.Of(order, ("cart", Verdict.Failed), ("home", Verdict.Passed)));
        }));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await RunAsync(server, project);
        var list = (await server.GetAsync($"/api/v1/projects/{project}/cases?sort=key")).Items();
        list.Select(c => c.Text("key")).ShouldBe(["cart", "home"]);
        var (cart, home) = ($"/api/v1/projects/{project}/cases/{list[0].Id()}", $"/api/v1/projects/{project}/cases/{list[1].Id()}");
        var expires = DateOnly.FromDateTime(DateTime.Today.AddDays(30));

        await server.Client.ChangeAsync("PUT", cart, new { title = "Buying", priority = "critical", tags = new[] { "money" }, enabled = true }, "\"1\"").BodyAsync();
        await server.Client.ChangeAsync("PUT", $"{cart}/quarantine", new { reason = "The bank's test system is down.", owner = "ann", expires = expires.ToString("yyyy-MM-dd") }, "\"2\"").BodyAsync();
        await server.Client.ChangeAsync("PUT", home, new { enabled = false }, "\"1\"").BodyAsync();
        await RunAsync(server, project);

        orders[0].Input.Selection.Quarantine.ShouldBeEmpty();
        var entry = orders[1].Input.Selection.Quarantine.ShouldHaveSingleItem();
        (entry.CaseId, entry.Quarantine).ShouldBe(("cart", new Quarantine("The bank's test system is down.", "ann", expires)));
        orders[1].Input.Selection.Disabled.ShouldBe(["home"]);
        var known = await server.GetAsync(cart);
        (known.Text("title"), known.Text("planTitle"), known.Text("priority"), known.GetProperty("executed").GetInt32(), known.GetProperty("failed").GetInt32()).ShouldBe(("Buying", "Title of cart", "critical", 2, 2));
        (await server.GetAsync($"{cart}/history")).Items().Length.ShouldBe(2);
        (await server.GetAsync($"/api/v1/projects/{project}/cases?quarantined=true")).Items().ShouldHaveSingleItem().Text("key").ShouldBe("cart");

        await server.Client.ChangeAsync("DELETE", $"{cart}/quarantine", etag: "\"3\"").BodyAsync();
        await RunAsync(server, project);
        orders[2].Input.Selection.Quarantine.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_quarantine_needs_a_day_that_is_near_and_not_past()
    {
        await using var server = await ServerRig.StartAsync(new(), Planned.Executor([("cart", Verdict.Failed)]));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await RunAsync(server, project);
        var cart = $"/api/v1/projects/{project}/cases/{(await server.GetAsync($"/api/v1/projects/{project}/cases")).Items()[0].Id()}";

        foreach (var day in new[] { "2001-01-01", "2999-01-01", "soon" })
        {
            using var response = await server.Client.ChangeAsync("PUT", $"{cart}/quarantine", new { reason = "x", owner = "ann", expires = day });
            response.StatusCode.ShouldBe(HttpStatusCode.BadRequest, day);
        }

        using var stale = await server.Client.ChangeAsync("PUT", cart, new { title = "x" }, "\"7\"");
        stale.StatusCode.ShouldBe(HttpStatusCode.PreconditionFailed);
    }

    [Fact]
    public async Task Runs_of_one_project_that_end_together_count_every_case_once_each()
    {
        await using var server = await ServerRig.StartAsync(await postgres.NewAsync(Token), Planned.Executor([("a", Verdict.Passed), ("b", Verdict.Failed)]), adapt: s => s with { Parallel = 4 }, replace: null);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        var runs = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            runs.Add(await server.RunAsync(project));
        }

        foreach (var run in runs)
        {
            (await server.EventsAsync(run))[^1].Data.Text("status").ShouldBe("failed");
        }

        (await server.GetAsync($"/api/v1/projects/{project}/cases")).Items().Select(c => c.GetProperty("executed").GetInt32()).ShouldBe([6, 6]);
    }

    private static async Task RunAsync(ServerRig server, Guid project) => await server.EventsAsync(await server.RunAsync(project));
}
