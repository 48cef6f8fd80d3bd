using System.IO.Compression;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;
using TestForge.Server.Tests.Retention;

namespace TestForge.Server.Tests.Personal;

/// <summary>The operator's commands, from the command line to the files they leave.</summary>
public sealed class PersonalCommandsTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tenant_is_listed_exported_erased_and_the_proof_verified(bool postgreSql)
    {
        var settings = postgreSql ? await postgres.NewAsync(Token) : new();
        var folder = Directory.CreateTempSubdirectory("testforge-server-").FullName;
        TenantId acme, rival;
        await using (var server = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing, folder: folder))
        {
            acme = server.FirstTenant();
            var made = await server.ProjectAsync(Url, "only-acme-knows");
            await server.OldRunAsync(acme, made.GetProperty("project").GetProperty("id").GetGuid(), made.GetProperty("environment").GetProperty("id").GetGuid(), days: 1);
            using var other = await server.RivalAsync();
            rival = (await server.Services.GetRequiredService<TenantDirectory>().AllAsync(Token)).Single(t => t != acme);
            await server.Services.GetRequiredService<IRunArtifacts>().StoreOf(rival, Guid.NewGuid()).PutAsync(TestForge.Pipeline.ArtifactKinds.ReportHtml, new byte[] { 1 }, Token);
        }

        var list = await RunAsync(settings, folder, "tenants", "list");
        list.Output.ShouldContain(acme.ToString());
        list.Output.ShouldContain(rival.ToString());

        var zip = Path.Combine(folder, "acme.zip");
        (await RunAsync(settings, folder, "tenants", "export", acme.ToString(), "--out", zip)).Exit.ShouldBe(0);
        (await RunAsync(settings, folder, "tenants", "export", acme.ToString(), "--out", zip)).Error.ShouldContain("tenants.out_exists");
        Contents(zip, "rows/projects.jsonl").ShouldContain("only-acme-knows");
        using (var archive = ZipFile.OpenRead(zip))
        {
            archive.Entries.Count(e => e.FullName.StartsWith("files/runs/", StringComparison.Ordinal) && e.FullName.EndsWith(".html", StringComparison.Ordinal)).ShouldBe(1);
            using var reader = new StreamReader(archive.Entries.Single(e => e.FullName.EndsWith(".html", StringComparison.Ordinal)).Open());
            (await reader.ReadToEndAsync(Token)).ShouldBe("<html>old</html>", "the export is in clear");
        }

        var counted = await RunAsync(settings, folder, "tenants", "erase", acme.ToString());
        counted.Output.ShouldContain("Nothing was erased");
        Directory.Exists(Path.Combine(folder, "tenants", acme.ToString())).ShouldBeTrue();

        var proof = Path.Combine(folder, "proof.json");
        (await RunAsync(settings, folder, "tenants", "erase", acme.ToString(), "--yes", "--proof", proof)).Exit.ShouldBe(0);
        Directory.Exists(Path.Combine(folder, "tenants", acme.ToString())).ShouldBeFalse();
        Directory.Exists(Path.Combine(folder, "tenants", rival.ToString())).ShouldBeTrue();
        (await File.ReadAllTextAsync(proof, Token)).ShouldNotContain("only-acme-knows");
        (await RunAsync(settings, folder, "tenants", "verify", proof)).Exit.ShouldBe(0);
        (await RunAsync(settings, folder, "tenants", "list")).Output.ShouldNotContain(acme.ToString());
        (await RunAsync(settings, folder, "tenants", "erase", acme.ToString(), "--yes")).Error.ShouldContain("tenants.not_found");

        await File.WriteAllTextAsync(proof, (await File.ReadAllTextAsync(proof, Token)).Replace("\"after\": 0", "\"after\": 1", StringComparison.Ordinal), Token);
        var changed = await RunAsync(settings, folder, "tenants", "verify", proof);
        changed.Exit.ShouldBe(1);
        changed.Output.ShouldContain("changed");
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_person_is_exported_and_not_erased_as_the_only_owner()
    {
        var folder = Directory.CreateTempSubdirectory("testforge-server-").FullName;
        await using (await ServerRig.StartAsync(new(), ScriptedExecutor.Passing, folder: folder))
        {
            // Only its first start is wanted.
        }

        var zip = Path.Combine(folder, "owner.zip");
        (await RunAsync(new(), folder, "persons", "export", "OWNER@localhost", "--out", zip)).Exit.ShouldBe(0);
        Contents(zip, "rows/users.jsonl").ShouldContain("owner@localhost");
        (await RunAsync(new(), folder, "persons", "erase", "owner@localhost")).Output.ShouldContain("Nothing was erased");
        (await RunAsync(new(), folder, "persons", "erase", "owner@localhost", "--yes")).Error.ShouldContain("persons.only_owner");
        (await RunAsync(new(), folder, "persons", "erase", "nobody@localhost", "--yes")).Error.ShouldContain("persons.not_found");
        Directory.Delete(folder, recursive: true);
    }

    private static string Contents(string zip, string name)
    {
        using var archive = ZipFile.OpenRead(zip);
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static async Task<(int Exit, string Output, string Error)> RunAsync(ServerSettings settings, string folder, params string[] arguments)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var app = new ServerApp(output, error, name => name switch
        {
            "TESTFORGE_DATA" => folder,
            "TESTFORGE_DATABASE" => settings.Database,
            "TESTFORGE_DATABASE_OWNER" => settings.DatabaseOwner,
            "TESTFORGE_MASTER_KEY" => settings.MasterKey,
            _ => null,
        });
        var exit = await app.RunAsync(arguments, Token);
        return (exit, output.ToString(), error.ToString());
    }
}
