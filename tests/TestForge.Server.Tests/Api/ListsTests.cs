namespace TestForge.Server.Tests.Api;

public sealed class ListsTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static readonly string[] Names = ["Pear", "apple", "Apple", "pear", "Ärger", "pear", "zoo", "_under", "Pear"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "name")]
    [InlineData(false, "-name")]
    [InlineData(false, "updatedAt")]
    [InlineData(false, "id")]
    [InlineData(true, "name")]
    [InlineData(true, "-name")]
    [InlineData(true, "-updatedAt")]
    [InlineData(true, "id")]
    public async Task Pages_in_any_order_give_every_row_once_and_in_that_order(bool postgreSql, string sort)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), ScriptedExecutor.Passing);
        foreach (var name in Names)
        {
            await server.ProjectAsync(Url, name);
        }

        var whole = (await server.GetAsync($"/api/v1/projects?sort={sort}")).Items().Select(p => p.Id()).ToArray();
        var paged = new List<Guid>();
        for (var next = $"/api/v1/projects?limit=2&sort={sort}"; next is not null;)
        {
            var page = await server.GetAsync(next);
            paged.AddRange(page.Items().Select(p => p.Id()));
            next = page.GetProperty("links").Text("next");
        }

        paged.ShouldBe(whole);
        paged.Distinct().Count().ShouldBe(Names.Length);
    }

    [Fact]
    public async Task A_cursor_of_another_order_is_refused()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        await server.ProjectAsync(Url, "a");
        await server.ProjectAsync(Url, "b");
        var next = (await server.GetAsync("/api/v1/projects?limit=1&sort=name")).GetProperty("links").Text("next")!;

        using var response = await server.Client.GetAsync(next.Replace("sort=name", "sort=-name", StringComparison.Ordinal), Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((400, "request.bad_cursor"));
    }

    [Theory]
    [InlineData("/api/v1/projects?sort=secret")]
    [InlineData("/api/v1/projects?sort=--id")]
    [InlineData("/api/v1/projects?nmae=x")]
    [InlineData("/api/v1/webhooks?sort=url")]
    [InlineData("/api/v1/search?q=x&page=2")]
    [InlineData("/api/v1/usage?month=2026-01")]
    public async Task What_a_list_does_not_know_is_refused(string path)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await server.Client.GetAsync(path, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((400, "request.invalid"));
    }

    [Fact]
    public async Task Lists_are_filtered_by_what_they_know()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await server.EventsAsync(await server.RunAsync(project));

        (await server.GetAsync($"/api/v1/projects/{project}/runs?status=passed")).Items().Length.ShouldBe(1);
        (await server.GetAsync($"/api/v1/projects/{project}/runs?status=failed")).Items().ShouldBeEmpty();
        (await server.GetAsync($"/api/v1/projects/{project}/runs?from=2001-01-01T00:00:00Z&to=2002-01-01T00:00:00Z")).Items().ShouldBeEmpty();
        (await server.GetAsync("/api/v1/projects?name=Shop")).Items().Length.ShouldBe(1);
        (await server.GetAsync("/api/v1/projects?name=shop%27%20OR%201")).Items().ShouldBeEmpty();
    }
}
