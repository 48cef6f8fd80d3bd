using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Engine.Artifacts;
using TestForge.Pipeline;
using TestForge.Platform.Data;
using TestForge.Platform.Retention;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Server.Runs;
using TestForge.Server.Tests.Api;
using TestForge.Server.Tests.Retention;

namespace TestForge.Server.Tests.Runs;

/// <summary>What lies on the disk of a server.</summary>
public sealed class SealedRunTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task An_artifact_is_encrypted_on_the_disk_and_given_out_whole_and_by_range(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql);
        var content = new byte[200_000];
        Random.Shared.NextBytes(content.AsSpan(100_000));
        var (path, file) = await ArtifactAsync(server, content);

        using var whole = await server.Client.GetAsync(path, Token);
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Range = new RangeHeaderValue(150_000, 150_099);
        using var part = await server.Client.SendAsync(request, Token);

        (await whole.Content.ReadAsByteArrayAsync(Token)).ShouldBe(content);
        part.StatusCode.ShouldBe(HttpStatusCode.PartialContent);
        (await part.Content.ReadAsByteArrayAsync(Token)).ShouldBe(content[150_000..150_100]);
        Path.GetFileName(file).ShouldStartWith(Convert.ToHexStringLower(SHA256.HashData(content)));
        (await File.ReadAllBytesAsync(file, Token)).AsSpan().IndexOf(content.AsSpan(0, 1_000)).ShouldBe(-1);
    }

    [Fact]
    public async Task A_damaged_artifact_is_not_given_out()
    {
        await using var server = await StartAsync(postgreSql: false);
        var (path, file) = await ArtifactAsync(server, "<html>"u8.ToArray());
        var bytes = await File.ReadAllBytesAsync(file, Token);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Token);

        using var response = await server.Client.GetAsync(path, Token);

        (await ProjectsTests.ProblemAsync(response)).ShouldBe((410, "artifact.damaged"));
    }

    [Fact]
    public async Task New_keys_encrypt_and_old_ones_still_open_and_without_its_key_nothing_does()
    {
        await using var server = await StartAsync(postgreSql: false);
        var (old, _) = await ArtifactAsync(server, "old"u8.ToArray());
        await server.Services.GetRequiredService<KeyRotation>().RotateAsync(newDataKeys: true, Token);
        var (young, _) = await ArtifactAsync(server, "young"u8.ToArray(), "other.html");

        (await server.Client.GetStringAsync(old, Token)).ShouldBe("old");
        (await server.Client.GetStringAsync(young, Token)).ShouldBe("young");
        (await server.ReadAsync(server.FirstTenant(), db => db.DataKeys.CountAsync(Token))).ShouldBe(2);

        await server.Services.GetRequiredService<TenantWork>().WriteAsync(server.FirstTenant(), db => db.DataKeys.ExecuteDeleteAsync(Token), Token);
        using var gone = await server.Client.GetAsync(old, Token);
        (await ProjectsTests.ProblemAsync(gone)).ShouldBe((503, "secrets.damaged"));
    }

    [Fact]
    public async Task What_an_earlier_version_left_in_clear_is_read_when_its_hash_is_right()
    {
        await using var server = await StartAsync(postgreSql: false);
        var tenant = server.FirstTenant();
        var run = await RunAsync(server);
        await LookedThroughAsync(server);
        var clear = new FolderArtifactStore(Path.Combine(server.Folder, "tenants", tenant.ToString(), "runs", run.ToString(), "evidence"));
        var reference = await clear.PutAsync(ArtifactKinds.ReportHtml, "<html>clear</html>"u8.ToArray(), Token);
        var path = await RowAsync(server, run, reference, "report.html");

        (await server.Client.GetStringAsync(path, Token)).ShouldBe("<html>clear</html>");
        await File.WriteAllTextAsync(clear.PathOf(reference), "<html>other</html>", Token);
        await server.Services.GetRequiredService<IRunArtifacts>().SealAsync(tenant, run, Token);
        using var changed = await server.Client.GetAsync(path, Token);
        (await ProjectsTests.ProblemAsync(changed)).ShouldBe((410, "artifact.damaged"));
        await File.WriteAllTextAsync(clear.PathOf(reference), "<html>clear</html>", Token);

        await server.Services.GetRequiredService<IRunArtifacts>().SealAsync(tenant, run, Token);
        File.Exists(clear.PathOf(reference)).ShouldBeFalse();
        (await server.Client.GetStringAsync(path, Token)).ShouldBe("<html>clear</html>");
    }

    [Fact]
    public async Task When_a_run_has_ended_nothing_of_it_lies_in_clear()
    {
        const string Marker = "only-acme-knows";
        string folder = "";
        await using var server = await ServerRig.StartAsync(new(), new ScriptedExecutor(async (order, _, _, token) =>
        {
            Directory.CreateDirectory(Path.Combine(folder, "tenants", order.Tenant.ToString(), "runs", order.Input.RunId.ToString(), "scripts", "typescript"));
            foreach (var name in (string[])["site-map.json", "scripts/typescript/home.spec.ts"])
            {
                await File.WriteAllTextAsync(Path.Combine(folder, "tenants", order.Tenant.ToString(), "runs", order.Input.RunId.ToString(), name), Marker, token);
            }

            return ScriptedExecutor.Outcome(order);
        }));
        folder = server.Folder;
        var run = await RunAsync(server);
        var left = Path.Combine(folder, "tenants", server.FirstTenant().ToString(), "runs", run.ToString());

        await OldRows.WaitAsync(() => Task.FromResult(Directory.GetFiles(left, "*", SearchOption.AllDirectories).All(f => f.EndsWith(".sealed", StringComparison.Ordinal))));

        Directory.GetFiles(left, "*", SearchOption.AllDirectories).Select(f => Path.GetRelativePath(left, f)).ShouldBe(["site-map.json.sealed", "scripts/typescript/home.spec.ts.sealed"], ignoreOrder: true);
        foreach (var file in Directory.GetFiles(left, "*", SearchOption.AllDirectories))
        {
            (await File.ReadAllTextAsync(file, Token)).ShouldNotContain(Marker);
        }

        foreach (var file in server.Services.GetRequiredService<RunFolders>().FilesOf(server.FirstTenant()))
        {
            using var reader = new StreamReader(await file.OpenAsync(Token));
            (await reader.ReadToEndAsync(Token)).ShouldBe(Marker);
        }
    }

    // The first look at old data encrypts what it finds in clear.
    private static Task LookedThroughAsync(ServerRig server) => OldRows.WaitAsync(() =>
    {
        var soon = TimeProvider.System.GetUtcNow().AddMinutes(1);
        return server.Services.GetRequiredService<TenantWork>().ReadSharedAsync(db => db.WorkItems.AnyAsync(w => w.Kind == RetentionWorker.WorkKind && w.DueAt > soon, Token), Token);
    });

    private static async Task<Guid> RunAsync(ServerRig server)
    {
        var run = await server.RunAsync((await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid());
        await server.EventsAsync(run);
        return run;
    }

    private static async Task<(string Path, string File)> ArtifactAsync(ServerRig server, byte[] content, string name = "report.html")
    {
        var run = await RunAsync(server);
        var reference = await server.Services.GetRequiredService<IRunArtifacts>().StoreOf(server.FirstTenant(), run).PutAsync(ArtifactKinds.ReportHtml, content, Token);
        var file = Directory.GetFiles(Path.Combine(server.Folder, "tenants", server.FirstTenant().ToString(), "runs", run.ToString()), "*.sealed", SearchOption.AllDirectories).Single();
        return (await RowAsync(server, run, reference, name), file);
    }

    private static async Task<string> RowAsync(ServerRig server, Guid run, ArtifactRef reference, string name)
    {
        var tenant = server.FirstTenant();
        var row = new RunArtifact { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run, Kind = reference.Kind, Sha256 = reference.Sha256, Length = reference.Length, Name = name };
        await server.AddAsync(tenant, row);
        return $"/api/v1/runs/{run}/artifacts/{row.Id}";
    }

    private async Task<ServerRig> StartAsync(bool postgreSql) => await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), ScriptedExecutor.Passing);
}
