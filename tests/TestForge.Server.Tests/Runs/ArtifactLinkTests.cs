using System.Net;
using System.Net.Http.Json;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using TestForge.Pipeline;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests.Runs;

public sealed class ArtifactLinkTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_link_works_without_a_key_until_its_time_is_over(bool postgreSql)
    {
        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        await using var server = await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), ScriptedExecutor.Passing, replace: s => s.AddSingleton<TimeProvider>(clock));
        var (_, url) = await LinkAsync(server, 5);
        using var nobody = server.ClientWith(null);

        using var whole = await nobody.GetAsync(url, Token);
        clock.Advance(TimeSpan.FromMinutes(6));
        using var late = await nobody.GetAsync(url, Token);

        (await whole.Content.ReadAsStringAsync(Token)).ShouldBe("<h1>report</h1>");
        whole.Headers.GetValues("Content-Security-Policy").Single().ShouldStartWith("sandbox");
        late.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_link_that_was_changed_in_any_place_leads_nowhere()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (_, url) = await LinkAsync(server, 5);
        using var nobody = server.ClientWith(null);
        var token = url["/links/".Length..];

        for (var i = 0; i < token.Length; i += 5)
        {
            var other = token[..i] + (token[i] == 'A' ? 'B' : 'A') + token[(i + 1)..];
            using var response = await nobody.GetAsync($"/links/{other}", Token);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound, $"{i}");
        }

        using var cut = await nobody.GetAsync($"/links/{token[..^4]}", Token);
        cut.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task A_tenant_cannot_sign_a_link_to_what_is_anothers()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var (artifact, _) = await LinkAsync(server, 5);
        using var rival = await server.RivalAsync();
        var box = server.Services.GetRequiredService<SecretBox>();
        var rivalId = new TenantId(Guid.CreateVersion7());
        var work = server.Services.GetRequiredService<TenantWork>();
        await work.WriteAsync(rivalId, async db => { db.Add(new Tenant { Id = rivalId, Name = "R", CreatedAt = DateTimeOffset.UnixEpoch }); return await db.SaveChangesAsync(Token); }, Token);
        var (own, foreign) = (new ArtifactLink(rivalId, artifact, DateTimeOffset.MaxValue), new ArtifactLink(server.Tenant, artifact, DateTimeOffset.MaxValue));

        foreach (var link in new[] { own, foreign })
        {
            var signature = await work.WriteAsync(rivalId, db => box.SignAsync(db, ArtifactLink.SecretPurpose, link.Content(), Token), Token);
            using var response = await rival.GetAsync($"/links/{link.Write(signature)}", Token);
            response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        }
    }

    private static async Task<(Guid Artifact, string Url)> LinkAsync(ServerRig server, int minutes)
    {
        var run = await server.RunAsync((await server.ProjectAsync(Url)).GetProperty("project").Id());
        var content = await server.Services.GetRequiredService<IRunArtifacts>().StoreOf(server.Tenant, run).PutAsync(ArtifactKinds.ReportHtml, Encoding.UTF8.GetBytes("<h1>report</h1>"), Token);
        var artifact = new RunArtifact { Id = Guid.CreateVersion7(), TenantId = server.Tenant, RunId = run, Kind = content.Kind, Sha256 = content.Sha256, Length = content.Length, Name = "report.html" };
        await server.Services.GetRequiredService<TenantWork>().WriteAsync(server.Tenant, async db => { db.Add(artifact); return await db.SaveChangesAsync(Token); }, Token);
        var made = await server.Client.PostAsJsonAsync($"/api/v1/runs/{run}/artifacts/{artifact.Id}/link", new { minutes }, Token).BodyAsync();
        return (artifact.Id, made.Text("url")!);
    }
}
