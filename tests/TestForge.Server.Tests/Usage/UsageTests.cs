using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;
using TestForge.Platform.Data;

namespace TestForge.Server.Tests.Usage;

public sealed class UsageTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_run_is_counted_once_by_month_and_project(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), Planned.Executor([("a", Verdict.Passed), ("b", Verdict.Failed), ("c", Verdict.NotRun)]));
        var (one, two) = ((await server.ProjectAsync(Url)).GetProperty("project").Id(), (await server.ProjectAsync(Url, "Other")).GetProperty("project").Id());
        foreach (var project in new[] { one, one, two })
        {
            await server.EventsAsync(await server.RunAsync(project));
        }

        var usage = await server.GetAsync("/api/v1/usage");

        var line = usage.Items().Single(i => i.Id("projectId") == one);
        (line.GetProperty("runs").GetInt32(), line.GetProperty("pages").GetInt32(), line.GetProperty("tests").GetInt32(), line.GetProperty("tokens").GetInt64(), line.GetProperty("usd").GetDecimal(), line.GetProperty("storedBytes").GetInt64())
            .ShouldBe((2, 4, 4, 2_400, 0.5m, 2_000));
        usage.GetProperty("total").GetProperty("runs").GetInt32().ShouldBe(3);
        (await server.GetAsync($"/api/v1/usage?projectId={two}")).Items().Length.ShouldBe(1);
        (await server.GetAsync("/api/v1/usage?from=2001-01&to=2001-12")).Items().ShouldBeEmpty();
        (await server.Services.GetRequiredService<TenantWork>().ReadAsync(server.Tenant, db => db.UsageRecords.CountAsync(Token), Token)).ShouldBe(3);
    }

    [Theory]
    [InlineData("?from=yesterday")]
    [InlineData("?from=2026-13")]
    [InlineData("?from=2026-03&to=2026-01")]
    [InlineData("?from=2000-01&to=2026-01")]
    public async Task Months_that_cannot_be_are_refused(string query)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);

        using var response = await server.Client.GetAsync("/api/v1/usage" + query, Token);

        ((int)response.StatusCode).ShouldBe(400);
    }
}
