using System.IO.Compression;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Personal;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Tests.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Tests.Personal;

/// <summary>Export and erasure over every table there is, with a row of two tenants in each.</summary>
public sealed class ErasureTests(Databases databases) : IDisposable
{
    private readonly FolderFiles _files = new();
    private readonly LocalKeyEncryption _installation = new(Options.Create(new SecretOptions { Key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)) }));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _files.Dispose();

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_tenant_is_erased_from_every_table_and_folder_and_another_keeps_all(DatabaseKind kind)
    {
        await using var rig = await FilledAsync(kind);
        var before = await ContentAsync(rig, rig.Rival);

        var proof = await Erasure(rig).EraseAsync(rig.Acme, Token);

        (await CountsAsync(rig, rig.Acme)).ShouldAllBe(c => c.Count == 0);
        _files.FilesOf(rig.Acme).ShouldBeEmpty();
        (await ContentAsync(rig, rig.Rival)).ShouldBe(before);
        _files.FilesOf(rig.Rival).Count.ShouldBe(1);
        var tables = await rig.Work.SharedAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Except(["installations", "installation_keys", "user_addresses"]).ToArray()), Token);
        proof.Tables.Select(t => t.Name).ShouldBe(tables, ignoreOrder: true);
        proof.Tables.ShouldAllBe(t => t.Before >= 1 && t.After == 0);
        (proof.Files!.Before, proof.Files.After).ShouldBe((2, 0));
        proof.DestroyedKeys.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_proof_holds_no_word_of_the_tenant_and_is_only_good_as_it_was_written()
    {
        await using var rig = await FilledAsync(DatabaseKind.Sqlite);
        var erasure = Erasure(rig);
        var proof = await erasure.EraseAsync(rig.Acme, Token);
        var text = JsonSerializer.Serialize(proof, ArtifactJson.Indented);
        var read = JsonSerializer.Deserialize<ErasureProof>(text, ArtifactJson.Compact)!;

        foreach (var word in (string[])["Ann", "@", "A tenant", "Shop", "shop.example"])
        {
            text.ShouldNotContain(word, Case.Sensitive);
        }

        (await erasure.WhyNotAsync(read, Token)).ShouldBeNull();
        (await erasure.WhyNotAsync(read with { EndedAt = read.EndedAt.AddSeconds(1) }, Token)).ShouldBe("It was changed after it was written.");
        var forged = await (read with { Tables = [] }).SealAsync(new LocalKeyEncryption(Options.Create(new SecretOptions { Key = Convert.ToBase64String(new byte[32]) })), Token);
        await Should.ThrowAsync<SecretException>(() => erasure.WhyNotAsync(forged, Token));
        (await erasure.WhyNotAsync(await (read with { Id = rig.Rival.Value }).SealAsync(_installation, Token), Token)).ShouldNotBeNull().ShouldContain("rows of the tenant");
    }

    [Fact]
    public async Task What_is_not_there_cannot_be_erased()
    {
        await using var rig = await databases.NewAsync(DatabaseKind.Sqlite);

        (await Should.ThrowAsync<PersonalException>(() => Erasure(rig).EraseAsync(new(Guid.NewGuid()), Token))).Code.ShouldBe("tenants.not_found");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task An_export_has_every_table_and_file_of_the_tenant_and_nothing_of_another(DatabaseKind kind)
    {
        await using var rig = await FilledAsync(kind);
        using var zip = new MemoryStream();

        var files = await new TenantExport(rig.Services.GetRequiredService<OwnerWork>(), _files, TimeProvider.System).WriteAsync(rig.Acme, zip, Token);

        var contents = Unzip(zip);
        var manifest = JsonSerializer.Deserialize<ExportManifest>(contents["manifest.json"], ArtifactJson.Compact)!;
        var tables = await rig.Work.SharedAsync(db => Task.FromResult(db.Model.GetEntityTypes().Select(t => t.GetTableName()!).Except(["installations", "installation_keys", "user_addresses"]).ToArray()), Token);
        contents.Keys.ShouldBe([.. tables.Select(t => $"rows/{t}.jsonl"), "files/runs/r1/evidence/a.html", "files/history/e.jsonl", "manifest.json"], ignoreOrder: true);
        manifest.Files.ShouldAllBe(f => f.Sha256 == Convert.ToHexStringLower(SHA256.HashData(contents[f.Name])) && f.Bytes == contents[f.Name].Length);
        files.Where(f => f.Rows is not null).ShouldAllBe(f => f.Rows == 1, "one row of each table is the tenant's");
        var all = string.Concat(contents.Where(c => c.Key != "manifest.json").Select(c => System.Text.Encoding.UTF8.GetString(c.Value)));
        all.ShouldContain($"ann@{rig.Acme}.example");
        all.ShouldNotContain(rig.Rival.ToString());
        manifest.LeftOut.ShouldContain("webhooks.secret");
        manifest.LeftOut.ShouldContain("data_keys.wrapped");
        JsonDocument.Parse(contents["rows/webhooks.jsonl"]).RootElement.GetProperty("secret").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task A_person_goes_from_all_tenants_and_the_audit_log_stays_right(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithTenantsAsync();
        var person = await PersonAsync(rig, "Bea@Shop.example", rig.Acme, rig.Rival);
        var other = await PersonAsync(rig, "owner@shop.example", rig.Acme, rig.Rival);
        using var zip = new MemoryStream();
        await new PersonExport(rig.Services.GetRequiredService<OwnerWork>(), TimeProvider.System).WriteAsync("bea@shop.example", zip, Token);

        var proof = await new PersonErasure(rig.Services.GetRequiredService<OwnerWork>(), _installation, TimeProvider.System).EraseAsync("bea@shop.example", Token);

        System.Text.Encoding.UTF8.GetString(Unzip(zip)["rows/users.jsonl"]).ShouldContain("Bea@Shop.example");
        System.Text.Encoding.UTF8.GetString(Unzip(zip)[$"rows/{rig.Acme}/audit_entries.jsonl"]).ShouldContain("192.0.2.1");
        Unzip(zip).Values.ShouldAllBe(c => !System.Text.Encoding.UTF8.GetString(c).Contains("owner@"));
        proof.Tables.ShouldAllBe(t => t.After == 0);
        foreach (var tenant in (TenantId[])[rig.Acme, rig.Rival])
        {
            var lines = await rig.Work.ReadAsync(tenant, db => db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).ToArrayAsync(Token), Token);
            lines.Where(l => l.ActorId == person.Key[tenant]).ShouldAllBe(l => l.Address == null && l.AddressSalt == null && l.AddressDigest != null);
            lines.Where(l => l.ActorId == other.Key[tenant]).ShouldAllBe(l => l.Address == "192.0.2.1");
            lines.Count(l => l.ActorId == person.Key[tenant]).ShouldBe(1);
            (await rig.Work.ReadAsync(tenant, db => db.ApiKeys.Select(k => k.UserId).ToArrayAsync(Token), Token)).ShouldBe([other.Id]);
            (await VerdictAsync(rig, tenant)).Trouble.ShouldBeNull();
        }

        (await Should.ThrowAsync<PersonalException>(() => new PersonErasure(rig.Services.GetRequiredService<OwnerWork>(), _installation, TimeProvider.System).EraseAsync("bea@shop.example", Token))).Code.ShouldBe("persons.not_found");
    }

    [Fact]
    public async Task The_only_owner_of_a_tenant_is_not_erased()
    {
        await using var rig = await (await databases.NewAsync(DatabaseKind.Sqlite)).WithTenantsAsync();
        await PersonAsync(rig, "owner@shop.example", rig.Acme);

        (await Should.ThrowAsync<PersonalException>(() => new PersonErasure(rig.Services.GetRequiredService<OwnerWork>(), _installation, TimeProvider.System).EraseAsync("owner@shop.example", Token))).Code.ShouldBe("persons.only_owner");
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.PostgreSql)]
    public async Task Erasing_a_tenant_leaves_a_person_who_is_a_member_elsewhere(DatabaseKind kind)
    {
        await using var rig = await (await databases.NewAsync(kind)).WithTenantsAsync();
        var both = await PersonAsync(rig, "both@shop.example", rig.Acme, rig.Rival);
        await PersonAsync(rig, "one@shop.example", rig.Acme);

        await Erasure(rig).EraseAsync(rig.Acme, Token);

        (await rig.Work.ReadAsync(rig.Rival, db => db.Users.Select(u => u.Id).ToArrayAsync(Token), Token)).ShouldBe([both.Id]);
        (await rig.Services.GetRequiredService<OwnerWork>().WithoutTenantAsync(db => db.Users.IgnoreQueryFilters().CountAsync(Token), Token)).ShouldBe(1);
    }

    private TenantErasure Erasure(Rig rig) => new(rig.Services.GetRequiredService<OwnerWork>(), _files, _installation, TimeProvider.System);

    private async Task<Rig> FilledAsync(DatabaseKind kind)
    {
        var rig = await (await databases.NewAsync(kind)).WithRowsAsync();
        foreach (var tenant in (TenantId[])[rig.Acme, rig.Rival])
        {
            await rig.Work.SharedAsync(
                async db =>
                {
                    db.Add(new TenantShortName { Id = TenantShortName.IdOf($"short-{tenant}"), Tenant = tenant });
                    await WorkQueue.AddAsync(db, "run", tenant, Guid.NewGuid(), TimeProvider.System.GetUtcNow(), Token);
                    return await db.SaveChangesAsync(Token);
                },
                Token);
        }

        _files.Add(rig.Acme, "runs/r1/evidence/a.html", "<html>");
        _files.Add(rig.Acme, "history/e.jsonl", "{}");
        _files.Add(rig.Rival, "runs/r2/evidence/b.html", "<html>");
        return rig;
    }

    /// <summary>A person who is an owner, and has done one thing with a key, in each of the tenants.</summary>
    private static async Task<(Guid Id, Dictionary<TenantId, Guid> Key)> PersonAsync(Rig rig, string email, params TenantId[] tenants)
    {
        var now = TimeProvider.System.GetUtcNow();
        var user = Guid.CreateVersion7();
        var keys = new Dictionary<TenantId, Guid>();
        foreach (var tenant in tenants)
        {
            var (key, _) = CreateKey.Make(tenant, "Mine", ["runs:read"], null, TimeProvider.System, user);
            keys[tenant] = key.Id;
            await rig.Work.WriteAsync(
                tenant,
                async db =>
                {
                    if (tenant == tenants[0])
                    {
                        db.Users.Add(new() { Id = user, Email = email, Name = "Bea", CreatedAt = now });
                    }

                    db.Memberships.Add(new() { Id = Guid.CreateVersion7(), TenantId = tenant, UserId = user, Role = Role.Owner, CreatedAt = now });
                    db.ApiKeys.Add(key);
                    db.Audit.Begin("CreateKey", new(ActorKind.ApiKey, key.Id, "192.0.2.1"), now);
                    db.Audit.Add(new("api-key", key.Id, null, "{}"));
                    await db.SaveChangesAsync(Token);
                    db.Audit.Take();
                    db.Audit.Add(new("api-key", key.Id, null, "{}"));
                    return 0;
                },
                Token);
        }

        return (user, keys);
    }

    private static async Task<AuditVerdict> VerdictAsync(Rig rig, TenantId tenant)
    {
        var verifier = new AuditVerifier(rig.Work, new(rig.Services.GetRequiredService<IOptions<DataOptions>>()));
        await foreach (var verdict in verifier.VerifyAsync(tenant, Token))
        {
            return verdict;
        }

        throw new InvalidOperationException("There was no verdict.");
    }

    private static Task<List<(string Name, long Count)>> CountsAsync(Rig rig, TenantId tenant) => rig.Services.GetRequiredService<OwnerWork>().OfTenantAsync(
        tenant,
        async db =>
        {
            var counts = new List<(string, long)>();
            foreach (var type in db.Model.GetEntityTypes().Select(t => t.ClrType).Where(t => t != typeof(Installation)))
            {
                var rows = IsolationTests.RowsOf(db, type);
                counts.Add((type.Name, (await rows.AsNoTracking().ToListAsync(Token)).Count(r => IsOf(r, tenant))));
            }

            return counts;
        },
        Token);

    private static Task<string> ContentAsync(Rig rig, TenantId tenant) => rig.Services.GetRequiredService<OwnerWork>().OfTenantAsync(
        tenant,
        async db =>
        {
            var text = new System.Text.StringBuilder();
            foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType != typeof(Installation)))
            {
                foreach (var row in await IsolationTests.RowsOf(db, type.ClrType).AsNoTracking().ToListAsync(Token))
                {
                    if (IsOf(row, tenant))
                    {
                        text.AppendLine(RowText.Of(type, row));
                    }
                }
            }

            return text.ToString();
        },
        Token);

    /// <summary>Tables that all tenants share are not filtered.</summary>
    private static bool IsOf(object row, TenantId tenant) => row switch
    {
        WorkItem item => item.TenantId == tenant,
        TenantShortName name => name.Tenant == tenant,
        _ => true,
    };

    private static Dictionary<string, byte[]> Unzip(MemoryStream stream)
    {
        stream.Position = 0;
        using var zip = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
        return zip.Entries.ToDictionary(
            e => e.FullName,
            e =>
            {
                using var content = e.Open();
                using var bytes = new MemoryStream();
                content.CopyTo(bytes);
                return bytes.ToArray();
            });
    }
}
