using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;
using TestForge.Platform.Runs;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Baselines;

public sealed class LooksTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static readonly byte[] Now = [1, 2, 3];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_look_that_is_approved_becomes_the_baseline_that_runs_compare_with(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql ? await postgres.NewAsync(Token) : new());
        var made = await server.ProjectAsync(Url);
        var (project, environment) = (made.GetProperty("project").Id(), made.GetProperty("environment").Id());
        await server.EventsAsync(await server.RunAsync(project, new { visual = true }));
        var look = (await server.GetAsync($"/api/v1/projects/{project}/looks?review=new")).Items().ShouldHaveSingleItem();
        var before = (await server.GetAsync($"/api/v1/projects/{project}/baselines?environmentId={environment}")).Items().ShouldHaveSingleItem();

        var approved = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/looks/{look.Id()}/approve", new { reason = "The new head." }, Token).BodyAsync();

        approved.Text("review").ShouldBe("approved");
        var after = (await server.GetAsync($"/api/v1/projects/{project}/baselines")).Items().ShouldHaveSingleItem();
        before.Text("sha256").ShouldBe(new('b', 64));
        after.Text("sha256").ShouldBe(look.Text("sha256"));
        (await File.ReadAllBytesAsync(Path.Combine(server.Folder, "tenants", server.Tenant.ToString(), "baselines", environment.ToString(), "home-head-chromium-linux.png"), Token)).ShouldBe(Now);
    }

    [Fact]
    public async Task A_look_that_is_rejected_leaves_the_baseline()
    {
        await using var server = await StartAsync(new());
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await server.EventsAsync(await server.RunAsync(project, new { visual = true }));
        var look = (await server.GetAsync($"/api/v1/projects/{project}/looks")).Items()[0];

        var rejected = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/looks/{look.Id()}/reject", new { }, Token).BodyAsync();

        rejected.Text("review").ShouldBe("rejected");
        (await server.GetAsync($"/api/v1/projects/{project}/baselines")).Items()[0].Text("sha256").ShouldBe(new('b', 64));
        Directory.Exists(Path.Combine(server.Folder, "tenants", server.Tenant.ToString(), "baselines")).ShouldBeFalse();
    }

    [Fact]
    public async Task Only_the_latest_look_is_decided_on()
    {
        await using var server = await StartAsync(new());
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await server.EventsAsync(await server.RunAsync(project, new { visual = true }));
        await server.EventsAsync(await server.RunAsync(project, new { visual = true }));
        var looks = (await server.GetAsync($"/api/v1/projects/{project}/looks")).Items();

        using var old = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/looks/{looks[1].Id()}/approve", new { }, Token);

        (await ProjectsTests.ProblemAsync(old)).ShouldBe((409, "look.outdated"));
    }

    [Fact]
    public async Task A_picture_that_is_gone_is_not_approved()
    {
        await using var server = await StartAsync(new(), keep: false);
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await server.EventsAsync(await server.RunAsync(project, new { visual = true }));
        var look = (await server.GetAsync($"/api/v1/projects/{project}/looks")).Items()[0];

        using var response = await server.Client.PostAsJsonAsync($"/api/v1/projects/{project}/looks/{look.Id()}/approve", new { }, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((410, "run.artifact_gone"));
        (await server.GetAsync($"/api/v1/projects/{project}/looks")).Items()[0].Text("review").ShouldBe("new");
    }

    private static async Task<ServerRig> StartAsync(ServerSettings settings, bool keep = true)
    {
        IRunArtifacts? stores = null;
        var server = await ServerRig.StartAsync(settings, new ScriptedExecutor(async (order, _, _, _) =>
        {
            order.Visual.ShouldBeTrue();
            var picture = keep ? await stores!.StoreOf(order.Tenant, order.Input.RunId).PutAsync(ArtifactKinds.ActualPicture, Now, Token) : new(ArtifactKinds.ActualPicture, new('c', 64), 3);
            var expected = new ArtifactRef(ArtifactKinds.Baseline, new('b', 64), 3);
            var outcome = Planned.Of(order, ("look-home", Verdict.Failed));
            return outcome with
            {
                Plan = outcome.Plan! with { Baselines = [new("home-head", "chromium-linux", expected)] },
                Looks = [new("look-home", "home-head", "chromium-linux", picture, expected, "2 % of the picture differ.")],
            };
        }));
        stores = server.Services.GetRequiredService<IRunArtifacts>();
        return server;
    }
}
