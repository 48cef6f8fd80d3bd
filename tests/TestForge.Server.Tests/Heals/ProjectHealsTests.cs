using System.Net.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Pipeline;
using TestForge.Platform.Heals;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Heals;

public sealed class ProjectHealsTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_heal_is_reviewed_and_later_runs_know_it(bool postgreSql)
    {
        var orders = new List<RunOrder>();
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), new ScriptedExecutor((order, _, _, _) =>
        {
            orders.Add(order);
            return Task.FromResult(Planned.Of(order, [Planned.Heal()], ("buy", Verdict.Healed)));
        }));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await RunAsync(server, project);
        await RunAsync(server, project);
        orders[1].Heals.Heals.ShouldBeEmpty();

        var heal = (await server.GetAsync($"/api/v1/projects/{project}/heals?review=proposed")).Items().ShouldHaveSingleItem();
        var path = $"/api/v1/projects/{project}/heals/{heal.Id()}";
        (await server.GetAsync(path)).GetProperty("proof").GetProperty("seen").GetArrayLength().ShouldBe(2);
        await server.Client.PostAsJsonAsync($"{path}/approve", new { note = "It is the same button." }, Token).BodyAsync();
        await server.Client.PostAsJsonAsync($"{path}/approve", new { }, Token).BodyAsync();
        await RunAsync(server, project);

        var known = orders[2].Heals.Heals.ShouldHaveSingleItem();
        (known.Id, known.Review, known.Note, known.New.Name).ShouldBe((heal.Text("key"), HealReview.Approved, "It is the same button.", "Buy now"));
        (await server.GetAsync(path)).GetProperty("heal").GetProperty("version").GetInt32().ShouldBe(2);
        await server.Client.PostAsJsonAsync($"{path}/reject", new { }, Token).BodyAsync();
        await RunAsync(server, project);
        orders[3].Heals.Heals.ShouldHaveSingleItem().Review.ShouldBe(HealReview.Rejected);
    }

    [Fact]
    public async Task Only_an_approved_heal_is_applied_and_its_patch_is_given()
    {
        await using var server = await ServerRig.StartAsync(
            new(),
            new ScriptedExecutor((order, _, _, _) => Task.FromResult(Planned.Of(order, [Planned.Heal()], ("buy", Verdict.Healed)))),
            replace: services => services.AddSingleton<IHealPatches>(new OnePatch()));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await RunAsync(server, project);
        var path = $"/api/v1/projects/{project}/heals/{(await server.GetAsync($"/api/v1/projects/{project}/heals")).Items()[0].Id()}";

        using var early = await server.Client.PostAsync($"{path}/apply", null, Token);
        await server.Client.PostAsJsonAsync($"{path}/approve", new { }, Token).BodyAsync();
        var applied = await server.Client.PostAsync($"{path}/apply", null, Token).BodyAsync();

        (await ProjectsTests.ProblemAsync(early)).ShouldBe((409, "heal.not_approved"));
        applied.GetProperty("patch").Text("diff").ShouldBe("-Buy\n+Buy now\n");
        applied.GetProperty("heal").GetProperty("appliedAt").GetDateTimeOffset().ShouldBeGreaterThan(DateTimeOffset.UnixEpoch);
    }

    [Fact]
    public async Task Scripts_that_are_gone_are_told_instead_of_an_empty_patch()
    {
        await using var server = await ServerRig.StartAsync(new(), new ScriptedExecutor((order, _, _, _) => Task.FromResult(Planned.Of(order, [Planned.Heal()], ("buy", Verdict.Healed)))));
        var project = (await server.ProjectAsync(Url)).GetProperty("project").Id();
        await RunAsync(server, project);
        var path = $"/api/v1/projects/{project}/heals/{(await server.GetAsync($"/api/v1/projects/{project}/heals")).Items()[0].Id()}";
        await server.Client.PostAsJsonAsync($"{path}/approve", new { }, Token).BodyAsync();

        using var response = await server.Client.PostAsync($"{path}/apply", null, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((409, "heal.no_project"));
    }

    private static async Task RunAsync(ServerRig server, Guid project) => await server.EventsAsync(await server.RunAsync(project));

    private sealed class OnePatch : IHealPatches
    {
        public Task<HealPatch?> OfAsync(TenantId tenant, Guid run, RememberedHeal heal, CancellationToken cancellationToken) =>
            Task.FromResult<HealPatch?>(new("-Buy\n+Buy now\n", ["pages/cart.ts"], ["buy"]));
    }
}
