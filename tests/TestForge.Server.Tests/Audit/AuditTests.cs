using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Server.Tests.Audit;

public sealed class AuditTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Who_changed_what_is_told_with_before_and_after(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(await SettingsAsync(postgreSql), ScriptedExecutor.Passing);
        var id = (await server.ProjectAsync(Url)).GetProperty("project").GetProperty("id").GetGuid();
        using var put = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/projects/{id}") { Content = JsonContent.Create(new { name = "Renamed", description = "" }) };
        put.Headers.TryAddWithoutValidation("If-Match", "*");
        (await server.Client.SendAsync(put, Token)).EnsureSuccessStatusCode();

        var lines = (await server.GetAsync($"/api/v1/audit?subject=project&subjectId={id}")).GetProperty("items").EnumerateArray().ToArray();

        lines.Select(l => l.GetProperty("action").GetString()).ShouldBe(["UpdateProject", "CreateProject"]);
        lines[0].GetProperty("before").GetProperty("name").GetString().ShouldBe("Shop");
        lines[0].GetProperty("after").GetProperty("name").GetString().ShouldBe("Renamed");
        lines[0].GetProperty("before").TryGetProperty("description", out _).ShouldBeFalse();
        lines[0].GetProperty("actorKind").GetString().ShouldBe("api-key");
        lines[0].GetProperty("address").GetString().ShouldBe("127.0.0.1");
        lines[1].TryGetProperty("before", out var before).ShouldBeTrue();
        before.ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task What_was_refused_is_not_told_as_done_and_secrets_are_not_told_at_all()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        var start = await CountAsync(server);
        using var refused = await server.Client.PostAsJsonAsync("/api/v1/projects", new { name = "x", baseUrl = "ftp://nowhere" }, Token);
        (await CountAsync(server)).ShouldBe(start);

        using var made = await server.Client.PostAsJsonAsync("/api/v1/keys", new { name = "CI", scopes = new[] { "runs:read" } }, Token);
        var key = (await made.Content.ReadFromJsonAsync<JsonElement>(Token)).GetProperty("key").GetString()!;

        var log = (await server.GetAsync("/api/v1/audit?action=CreateKey")).GetProperty("items")[0];
        log.GetProperty("after").GetProperty("hash").GetString().ShouldBe("***");
        log.ToString().ShouldNotContain(ApiKeyText.Hash(key));
        log.ToString().ShouldNotContain(key);
    }

    [Fact]
    public async Task The_export_has_every_line_in_order()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        await server.ProjectAsync(Url);

        using var response = await server.Client.GetAsync("/api/v1/audit/export", Token);

        response.Content.Headers.ContentType!.MediaType.ShouldBe("application/x-ndjson");
        var lines = (await response.Content.ReadAsStringAsync(Token)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToArray();
        lines.Select(l => l.GetProperty("sequence").GetInt64()).ShouldBe(Enumerable.Range(1, lines.Length).Select(i => (long)i));
        lines.Length.ShouldBeGreaterThan(4);
        lines.Skip(1).Zip(lines).ShouldAllBe(pair => pair.First.GetProperty("previousHash").GetString() == pair.Second.GetProperty("hash").GetString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Writers_at_the_same_time_leave_one_chain(bool postgreSql)
    {
        await using var server = await ServerRig.StartAsync(await SettingsAsync(postgreSql), ScriptedExecutor.Passing);

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => server.ProjectAsync(Url, $"Shop {i}")));

        var verdict = (await VerifyAsync(server)).ShouldHaveSingleItem();
        verdict.Trouble.ShouldBeNull();
        verdict.Lines.ShouldBe(await CountAsync(server));
        verdict.Lines.ShouldBeGreaterThan(24);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET after = 'x' WHERE sequence = 4", "Line 4 was changed")]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 4", "Line 4 is missing")]
    [InlineData("DELETE FROM audit_entries WHERE sequence > 4", "its end was cut off")]
    [InlineData("UPDATE audit_entries SET sequence = 1000 WHERE sequence = 4", "Line 4 is missing")]
    public async Task A_log_that_somebody_touched_is_not_in_order(string sql, string trouble)
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        await server.ProjectAsync(Url);
        (await VerifyAsync(server)).ShouldHaveSingleItem().Trouble.ShouldBeNull();

        await server.Services.GetRequiredService<TenantWork>().WriteAsync(FirstTenant(server), db => db.Database.ExecuteSqlRawAsync(sql, Token), Token);

        (await VerifyAsync(server)).ShouldHaveSingleItem().Trouble.ShouldNotBeNull().ShouldContain(trouble);
    }

    [Theory]
    [InlineData("UPDATE audit_entries SET after = 'x'")]
    [InlineData("DELETE FROM audit_entries")]
    public async Task On_PostgreSQL_the_service_itself_cannot_touch_a_line(string sql)
    {
        await using var server = await ServerRig.StartAsync(await postgres.NewAsync(Token), ScriptedExecutor.Passing);
        await server.ProjectAsync(Url);

        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => server.Services.GetRequiredService<TenantWork>().WriteAsync(FirstTenant(server), db => db.Database.ExecuteSqlRawAsync(sql, Token), Token));

        refused.SqlState.ShouldBe(Npgsql.PostgresErrorCodes.InsufficientPrivilege);
    }

    [Fact]
    public async Task A_tenant_sees_its_own_log_alone()
    {
        await using var server = await ServerRig.StartAsync(new(), ScriptedExecutor.Passing);
        await server.ProjectAsync(Url, "only-acme-knows");
        using var rival = await server.RivalAsync();

        (await rival.GetStringAsync("/api/v1/audit", Token)).ShouldNotContain("only-acme-knows");
        (await rival.GetStringAsync("/api/v1/audit/export", Token)).ShouldBeEmpty();
    }

    private static async Task<List<AuditVerdict>> VerifyAsync(ServerRig server)
    {
        var verdicts = new List<AuditVerdict>();
        await foreach (var verdict in server.Services.GetRequiredService<AuditVerifier>().VerifyAsync(null, Token))
        {
            verdicts.Add(verdict);
        }

        return verdicts;
    }

    private static Task<int> CountAsync(ServerRig server) => server.Services.GetRequiredService<TenantWork>().ReadAsync(FirstTenant(server), db => db.AuditEntries.CountAsync(Token), Token);

    private static TenantId FirstTenant(ServerRig server)
    {
        ApiKeyText.TryRead(server.FirstKey!, out var tenant).ShouldBeTrue();
        return tenant;
    }

    private async Task<ServerSettings> SettingsAsync(bool postgreSql) => postgreSql ? await postgres.NewAsync(Token) : new();
}
