using TestForge.Pipeline;

namespace TestForge.Server.Tests.Search;

public sealed class SearchTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Words_find_projects_runs_cases_and_heals_of_the_tenant(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) =>
            Task.FromResult(Planned.Of(order, [Planned.Heal()], ("checkout", Verdict.Healed)))));
        var project = (await server.ProjectAsync("http://127.0.0.1:1/tea-house", "The Tea Shop")).GetProperty("project").Id();
        await server.EventsAsync(await server.RunAsync(project));
        using var rival = await server.RivalAsync();

        (await KindsAsync("tea")).ShouldBe(["project", "run"]);
        (await KindsAsync("TEA sho")).ShouldBe(["project"]);
        (await KindsAsync("tit check")).ShouldBe(["case"]);
        (await KindsAsync("button")).ShouldBe(["heal"]);
        (await KindsAsync("tea&kind=run")).ShouldBe(["run"]);
        (await KindsAsync("tea nowhere")).ShouldBeEmpty();
        using var foreign = await rival.GetAsync("/api/v1/search?q=tea", Token);
        (await Task.FromResult(foreign).BodyAsync()).Items().ShouldBeEmpty();

        async Task<string?[]> KindsAsync(string query) => [.. (await server.GetAsync($"/api/v1/search?q={query}")).Items().Select(i => i.Text("kind"))];
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_means_something_to_a_database_is_no_word(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), ScriptedExecutor.Passing);
        await server.ProjectAsync("http://127.0.0.1:1/", "100% 'Tea' & more");

        foreach (var typed in new[] { "'; DROP TABLE projects; --", "%", "_", "tea' OR '1'='1", "tea:* | !x", "((", "\\", "\0tea", "<b>more</b>", "茶", new string('é', 200) })
        {
            using var response = await server.Client.GetAsync($"/api/v1/search?q={Uri.EscapeDataString(typed)}", Token);
            ((int)response.StatusCode).ShouldBeOneOf([200, 400], typed);
        }

        (await server.GetAsync($"/api/v1/search?q={Uri.EscapeDataString("(more")}")).Items().Length.ShouldBe(1);
        (await server.GetAsync("/api/v1/projects")).Items().Length.ShouldBe(1);
    }
}
