using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Quotas;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests.Quotas;

public sealed class QuotaTests(PostgresFixture postgres)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tenant_uses_as_much_as_it_may_and_others_are_not_held_back(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), Planned.Executor([("a", TestForge.Pipeline.Verdict.Passed)]));
        using var rival = await server.RivalAsync();
        var project = (await server.ProjectAsync("http://127.0.0.1:9/")).GetProperty("project").GetProperty("id").GetGuid();
        await SetAsync(server, QuotaKind.Projects, 1);
        await SetAsync(server, QuotaKind.Members, 1);
        await SetAsync(server, QuotaKind.TestsPerMonth, 1);
        var run = await server.RunAsync(project);
        await server.EventsAsync(run);

        await RefusedAsync(await server.Client.PostAsJsonAsync("/api/v1/projects", new { name = "Second", baseUrl = "http://127.0.0.1:9/" }, Token), "projects 1 of 1");
        await RefusedAsync(await server.Client.PostAsJsonAsync("/api/v1/invitations", new { email = "ann@shop.example", role = "viewer" }, Token), "members 1 of 1");
        await RefusedAsync(await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/runs", new { }, Token), "tests-per-month");
        using var theirs = await rival.PostAsJsonAsync("/api/v1/projects", new { name = "Theirs", baseUrl = "http://127.0.0.1:9/" }, Token);
        theirs.StatusCode.ShouldBe(HttpStatusCode.Created);
        var told = (await server.GetAsync("/api/v1/quota")).GetProperty("items").EnumerateArray().Single(i => i.GetProperty("kind").GetString() == "projects");
        (told.GetProperty("used").GetInt64(), told.GetProperty("most").GetInt64()).ShouldBe((1, 1));

        await SetAsync(server, QuotaKind.TestsPerMonth, null);
        await server.RunAsync(project);
    }

    private static async Task SetAsync(ServerRig server, QuotaKind kind, long? most) =>
        await server.Services.GetRequiredService<TenantQuotas>().SetAsync(server.Tenant, kind, most, Token);

    private static async Task RefusedAsync(HttpResponseMessage response, string words)
    {
        using (response)
        {
            response.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(Token);
            problem.GetProperty("code").GetString().ShouldBe("quota.used_up");
            problem.GetProperty("detail").GetString()!.ShouldContain(words);
        }
    }
}
