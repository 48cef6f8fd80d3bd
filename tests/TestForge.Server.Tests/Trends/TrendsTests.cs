using TestForge.Pipeline;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Trends;

public sealed class TrendsTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Two_runs_are_told_apart_and_many_make_a_trend(bool postgreSql)
    {
        var runs = 0;
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) => Task.FromResult(Interlocked.Increment(ref runs) == 1
            ? Planned.Of(order, ("breaks", Verdict.Passed), ("mended", Verdict.Failed), ("stays", Verdict.Failed), ("wobbles", Verdict.Passed), ("goes", Verdict.Passed), ("skipped", Verdict.Failed))
            : Planned.Of(order, [Planned.Heal()], ("breaks", Verdict.Failed), ("mended", Verdict.Passed), ("stays", Verdict.Failed), ("wobbles", Verdict.Flaky), ("comes", Verdict.Failed), ("skipped", Verdict.NotRun)))));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        var (a, b) = (await server.RunAsync(project), Guid.Empty);
        await server.EventsAsync(a);
        b = await server.RunAsync(project);
        await server.EventsAsync(b);

        var compared = await server.GetAsync($"/api/v1/runs/{a}/compare/{b}");

        Keys("newFailures").ShouldBe(["breaks", "comes"]);
        Keys("fixed").ShouldBe(["mended"]);
        Keys("stillFailing").ShouldBe(["stays"]);
        Keys("flaky").ShouldBe(["wobbles"]);
        Keys("added").ShouldBe(["comes"]);
        Keys("removed").ShouldBe(["goes"]);
        compared.GetProperty("newHeals").EnumerateArray().ShouldHaveSingleItem().Text("elementName").ShouldBe("Buy button");
        compared.GetProperty("newFailures").GetProperty("cases")[0].GetProperty("millisecondsBefore").GetInt64().ShouldBe(100);

        var trends = await server.GetAsync($"/api/v1/projects/{project}/trends");
        var points = trends.GetProperty("points").EnumerateArray().ToArray();
        points.Select(p => p.Id("runId")).ShouldBe([b, a]);
        points[0].GetProperty("passRate").GetDouble().ShouldBe(0.4);
        points[0].GetProperty("flakyRate").GetDouble().ShouldBe(0.2);
        trends.GetProperty("flakiest").EnumerateArray().ShouldHaveSingleItem().Text("key").ShouldBe("wobbles");
        trends.GetProperty("mostFailing").EnumerateArray().Select(c => c.Text("key")).ShouldContain("stays");

        string?[] Keys(string list) => [.. compared.GetProperty(list).GetProperty("cases").EnumerateArray().Select(c => c.Text("key"))];
    }

    [Fact]
    public async Task Runs_of_two_projects_and_runs_under_way_are_not_compared()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, adapt: s => s with { Parallel = 0 });
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        var (a, b) = (await server.RunAsync(project), await server.RunAsync(project));
        var other = await server.RunAsync((await server.ProjectAsync(Url, "Other")).GetProperty("project").Id());

        using var running = await server.Client.GetAsync($"/api/v1/runs/{a}/compare/{b}", Token);
        using var foreign = await server.Client.GetAsync($"/api/v1/runs/{a}/compare/{other}", Token);
        using var nothing = await server.Client.GetAsync($"/api/v1/runs/{a}/compare/{Guid.NewGuid()}", Token);

        (await ProjectsTests.ProblemAsync(running)).ShouldBe((409, "run.not_finished"));
        (await ProjectsTests.ProblemAsync(foreign)).ShouldBe((422, "compare.other_project"));
        (await ProjectsTests.ProblemAsync(nothing)).ShouldBe((404, "run.not_found"));
    }
}
