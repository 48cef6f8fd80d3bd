using TestForge.Pipeline;
using TestForge.Platform.Runs;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Runs;

public sealed class RetryTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Failed_cases_are_run_again_in_a_new_run(bool postgreSql)
    {
        var orders = new List<RunOrder>();
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) =>
        {
            orders.Add(order);
            return Task.FromResult(orders.Count == 1 ? Planned.Of(order, ("a", Verdict.Passed), ("b", Verdict.Failed)) : Planned.Of(order, ("a", Verdict.NotRun), ("b", Verdict.Passed)));
        }));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        var first = await server.RunAsync(project, new { maxPages = 7 });
        await server.EventsAsync(first);

        var second = (await server.Client.PostAsync($"/api/v1/runs/{first}/retry", null, Token).BodyAsync()).Id("runId");
        await server.EventsAsync(second);

        orders[1].RetryOf.ShouldBe(first);
        orders[1].Input.Limits.MaxPages.ShouldBe(7);
        var state = await server.GetAsync($"/api/v1/runs/{second}");
        (state.Text("status"), state.Id("retryOf")).ShouldBe(("passed", first));
        using var nothing = await server.Client.PostAsync($"/api/v1/runs/{second}/retry", null, Token);
        (await ProjectsTests.ProblemAsync(nothing)).ShouldBe((409, "run.nothing_failed"));
    }

    [Fact]
    public async Task A_run_that_has_not_ended_is_not_run_again()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, adapt: s => s with { Parallel = 0 });
        var run = await server.RunAsync((await server.ProjectAsync(Url)).GetProperty("project").Id());

        using var response = await server.Client.PostAsync($"/api/v1/runs/{run}/retry", null, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((409, "run.not_finished"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_a_run_found_is_read_as_pages_cases_attempts_and_heals(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) =>
            Task.FromResult(Planned.Of(order, [Planned.Heal()], ("a", Verdict.Flaky), ("b", Verdict.Healed)))));
        var run = await server.RunAsync((await server.ProjectAsync(Url)).GetProperty("project").Id());
        await server.EventsAsync(run);

        var pages = (await server.GetAsync($"/api/v1/runs/{run}/pages?sort=depth")).Items();
        var broken = (await server.GetAsync($"/api/v1/runs/{run}/pages?outcome=http-error")).Items();
        var flaky = (await server.GetAsync($"/api/v1/runs/{run}/cases?verdict=flaky")).Items().ShouldHaveSingleItem();
        var whole = await server.GetAsync($"/api/v1/runs/{run}/cases/{flaky.Id()}");
        var heal = (await server.GetAsync($"/api/v1/runs/{run}/heals")).Items().ShouldHaveSingleItem();
        var proof = (await server.GetAsync($"/api/v1/runs/{run}/heals/{heal.Id()}")).GetProperty("proof");
        using var map = await server.Client.GetAsync($"/api/v1/runs/{run}/site-map", Token);

        pages.Select(p => p.Text("key")).ShouldBe(["p1", "p2"]);
        broken.ShouldHaveSingleItem().Text("title").ShouldBe("Cart");
        var attempts = whole.GetProperty("attempts").EnumerateArray().ToArray();
        attempts.Select(a => a.GetProperty("passed").GetBoolean()).ShouldBe([false, true]);
        attempts[0].GetProperty("evidence")[0].GetString()!.ShouldEndWith(".jpg");
        proof.GetProperty("candidates")[0].GetProperty("score").GetDouble().ShouldBe(0.9);
        proof.GetProperty("new").Text("name").ShouldBe("Buy now");
        (await ProjectsTests.ProblemAsync(map)).ShouldBe((404, "run.no_such_file"));
    }
}
