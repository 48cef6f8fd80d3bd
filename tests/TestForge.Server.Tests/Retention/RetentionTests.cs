using System.Net;
using System.Net.Http.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Outbox;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Webhooks;
using TestForge.Server.Tests.Api;

namespace TestForge.Server.Tests.Retention;

public sealed class RetentionTests(PostgresFixture postgres)
{
    private const string Url = "http://127.0.0.1:1/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Old_runs_go_with_all_that_they_left_and_young_ones_stay(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql);
        var (tenant, project, environment) = await ProjectAsync(server);
        var old = await server.OldRunAsync(tenant, project, environment, days: 200);
        var young = await server.OldRunAsync(tenant, project, environment, days: 10);
        await server.OldRunAsync(tenant, project, environment, days: 400, events: 2_500);

        await server.RetainAsync(tenant);

        (await server.ReadAsync(tenant, db => db.Runs.Select(r => r.Id).ToArrayAsync(Token))).ShouldBe([young]);
        (await server.ReadAsync(tenant, async db => (await db.RunEvents.CountAsync(Token), await db.RunCases.CountAsync(Token), await db.RunAttempts.CountAsync(Token), await db.RunArtifacts.CountAsync(Token)))).ShouldBe((3, 1, 1, 1));
        Directory.GetDirectories(Path.Combine(server.Folder, "tenants", tenant.ToString(), "runs")).Select(Path.GetFileName).ShouldBe([young.ToString()]);
        var line = (await server.GetAsync("/api/v1/audit?action=Retention")).GetProperty("items")[0];
        line.GetProperty("after").GetProperty("runs").GetInt32().ShouldBe(2);
        line.ToString().ShouldNotContain(old.ToString());
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_tenants_own_days_hold_for_it_and_for_no_other(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql);
        var (tenant, project, environment) = await ProjectAsync(server);
        await server.OldRunAsync(tenant, project, environment, days: 10);
        (await PutAsync(server, new { runDays = 5 })).StatusCode.ShouldBe(HttpStatusCode.OK);
        using var rival = await server.RivalAsync();
        using var made = await rival.PostAsJsonAsync("/api/v1/projects", new { name = "Theirs", baseUrl = Url }, Token);
        var theirs = (await made.Content.ReadFromJsonAsync<System.Text.Json.JsonElement>(Token)).GetProperty("project").GetProperty("id").GetGuid();
        var other = await TenantOfAsync(server, tenant);
        var place = await server.ReadAsync(other, db => db.Environments.Select(e => e.Id).SingleAsync(Token));
        await server.OldRunAsync(other, theirs, place, days: 10);

        await server.RetainAsync(tenant);
        await server.RetainAsync(other);

        (await server.ReadAsync(tenant, db => db.Runs.CountAsync(Token))).ShouldBe(0);
        (await server.ReadAsync(other, db => db.Runs.CountAsync(Token))).ShouldBe(1);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Events_may_go_before_their_run_does(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql);
        var (tenant, project, environment) = await ProjectAsync(server);
        var run = await server.OldRunAsync(tenant, project, environment, days: 100, events: 1_200);

        await server.RetainAsync(tenant);

        (await server.ReadAsync(tenant, db => db.RunEvents.CountAsync(Token))).ShouldBe(0);
        (await server.GetAsync($"/api/v1/runs/{run}")).GetProperty("status").GetString().ShouldBe("passed");
        (await server.EventsAsync(run)).ShouldBeEmpty();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task What_was_passed_on_answered_and_delivered_is_cleaned_up(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql);
        var tenant = server.FirstTenant();
        var (old, young) = (OldRows.Ago(40), OldRows.Ago(1));
        var webhook = new Webhook { Id = Guid.CreateVersion7(), TenantId = tenant, Url = "https://hooks.example/", Events = [], Secret = [1], Enabled = false, CreatedAt = old, UpdatedAt = old };
        await server.AddAsync(tenant, webhook);
        foreach (var at in (DateTimeOffset[])[old, young])
        {
            await server.AddAsync(
                tenant,
                new OutboxMessage { Id = Guid.CreateVersion7(at), TenantId = tenant, Kind = "run.finished", Payload = "{}", CreatedAt = at, SentAt = at },
                new IdempotencyRecord { Id = Guid.CreateVersion7(at), TenantId = tenant, ApiKeyId = Guid.NewGuid(), Key = "k", Request = "", CreatedAt = at, Status = 201, Body = "" },
                new WebhookDelivery { Id = Guid.CreateVersion7(at), TenantId = tenant, WebhookId = webhook.Id, MessageId = Guid.NewGuid(), Kind = "run.finished", Body = "{}", Status = DeliveryStatus.Delivered, CreatedAt = at, EndedAt = at });
        }

        // Not passed on and not ended: however old, these stay.
        await server.AddAsync(
            tenant,
            new OutboxMessage { Id = Guid.CreateVersion7(old), TenantId = tenant, Kind = "run.finished", Payload = "{}", CreatedAt = old },
            new WebhookDelivery { Id = Guid.CreateVersion7(old), TenantId = tenant, WebhookId = webhook.Id, MessageId = Guid.NewGuid(), Kind = "run.finished", Body = "{}", CreatedAt = old });

        await server.RetainAsync(tenant);

        (await server.ReadAsync(tenant, async db => (await db.OutboxMessages.CountAsync(Token), await db.IdempotencyRecords.CountAsync(Token), await db.WebhookDeliveries.CountAsync(Token)))).ShouldBe((2, 1, 2));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Keys_that_ended_long_ago_are_forgotten_and_the_others_are_not(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql);
        var tenant = server.FirstTenant();
        await server.AddAsync(tenant, Key("revoked", revoked: 100), Key("expired", expired: 100), Key("lately", revoked: 10), Key("used"));

        await server.RetainAsync(tenant);

        (await server.ReadAsync(tenant, db => db.ApiKeys.Select(k => k.Name).OrderBy(n => n).ToArrayAsync(Token))).ShouldBe(["First key", "lately", "used"]);

        Platform.Access.ApiKey Key(string name, int? revoked = null, int? expired = null) => new()
        {
            Id = Guid.CreateVersion7(OldRows.Ago(300)),
            TenantId = tenant,
            Name = name,
            Hash = Guid.NewGuid().ToString("N"),
            Tail = "abcd",
            Scopes = [],
            CreatedAt = OldRows.Ago(300),
            RevokedAt = revoked is { } r ? OldRows.Ago(r) : null,
            ExpiresAt = expired is { } e ? OldRows.Ago(e) : null,
        };
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_audit_log_loses_its_old_lines_and_can_still_be_verified(bool postgreSql)
    {
        await using var server = await StartAsync(postgreSql);
        var tenant = await RivalTenantAsync(server);
        await server.OldLinesAsync(tenant, days: 500, lines: 2_300);
        await server.OldLinesAsync(tenant, days: 20, lines: 3);
        (await VerifyAsync(server, tenant)).ShouldBe((2_303, null));

        await server.RetainAsync(tenant);

        // Three young ones, two checkpoints (a batch has 2 000 lines), and what retention says of itself.
        (await VerifyAsync(server, tenant)).ShouldBe((6, null));
        (await server.ReadAsync(tenant, db => db.AuditEntries.MinAsync(e => e.Sequence, Token))).ShouldBe(2_301);
    }

    [Theory]
    [InlineData("DELETE FROM audit_entries WHERE sequence = 11", "Lines 1 to 11 are missing")]
    [InlineData("DELETE FROM audit_entries WHERE subject = 'audit-checkpoint'", "is missing")]
    [InlineData("UPDATE audit_entries SET after = replace(after, '\"through\":10', '\"through\":11') WHERE subject = 'audit-checkpoint'", "was changed")]
    [InlineData("UPDATE audit_entries SET address = '198.51.100.1' WHERE sequence = 12", "Line 12 was changed")]
    public async Task More_than_retention_removed_does_not_pass_for_retention(string sql, string trouble)
    {
        await using var server = await StartAsync(postgreSql: false);
        var tenant = await RivalTenantAsync(server);
        await server.OldLinesAsync(tenant, days: 500, lines: 10);
        await server.OldLinesAsync(tenant, days: 20, lines: 5);
        await server.RetainAsync(tenant);
        (await VerifyAsync(server, tenant)).Trouble.ShouldBeNull();

        await server.Services.GetRequiredService<TenantWork>().WriteAsync(tenant, db => db.Database.ExecuteSqlRawAsync(sql, Token), Token);

        (await VerifyAsync(server, tenant)).Trouble.ShouldNotBeNull().ShouldContain(trouble);
    }

    [Theory]
    [InlineData(5, "no checkpoint")]
    [InlineData(10, "no checkpoint")]
    public async Task On_PostgreSQL_the_service_removes_no_line_without_a_checkpoint(long through, string why)
    {
        await using var server = await StartAsync(postgreSql: true);
        var tenant = await RivalTenantAsync(server);
        await server.OldLinesAsync(tenant, days: 500, lines: 10);

        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => PruneAsync(server, tenant, through));

        refused.Message.ShouldContain(why);
    }

    [Fact]
    public async Task On_PostgreSQL_the_service_removes_no_young_line_even_with_a_checkpoint()
    {
        await using var server = await StartAsync(postgreSql: true);
        var tenant = await RivalTenantAsync(server);
        await server.OldLinesAsync(tenant, days: 20, lines: 10);

        var refused = await Should.ThrowAsync<Npgsql.PostgresException>(() => server.Services.GetRequiredService<TenantWork>().WriteAsync(
            tenant,
            db =>
            {
                db.Audit.Begin("Retention", Actor.System, TimeProvider.System.GetUtcNow());
                return AuditCheckpoint.PruneAsync(db, OldRows.Ago(10), Token);
            },
            Token));

        refused.Message.ShouldContain("younger than 30 days");
        (await VerifyAsync(server, tenant)).ShouldBe((10, null));
    }

    [Fact]
    public async Task Several_servers_remove_once_and_say_so_once()
    {
        var settings = await postgres.NewAsync(Token);
        await using var first = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing);
        await using var second = await ServerRig.StartAsync(settings, ScriptedExecutor.Passing, folder: first.Folder);
        var tenant = await RivalTenantAsync(first);
        await first.OldLinesAsync(tenant, days: 500, lines: 50);

        await Task.WhenAll(first.RetainAsync(tenant), second.RetainAsync(tenant));

        (await first.ReadAsync(tenant, db => db.AuditEntries.CountAsync(e => e.Subject == AuditCheckpoint.Subject, Token))).ShouldBe(1);
        (await first.ReadAsync(tenant, db => db.AuditEntries.CountAsync(e => e.Subject == "retention", Token))).ShouldBe(1);
        (await VerifyAsync(first, tenant)).ShouldBe((2, null));
    }

    [Fact]
    public async Task Days_are_read_changed_and_kept_within_bounds()
    {
        await using var server = await StartAsync(postgreSql: false);
        var before = await server.GetAsync("/api/v1/retention");
        before.GetProperty("effective").GetProperty("runDays").GetInt32().ShouldBe(180);

        using var stale = await PutAsync(server, new { runDays = 5 }, etag: "\"7\"");
        using var tooFew = await PutAsync(server, new { auditDays = 29 });
        using var set = await PutAsync(server, new { runDays = 5, auditDays = 30 });

        (await ProjectsTests.ProblemAsync(stale)).ShouldBe((412, "request.stale"));
        (await ProjectsTests.ProblemAsync(tooFew)).ShouldBe((400, "request.invalid"));
        set.Headers.ETag!.Tag.ShouldBe("\"1\"");
        var after = await server.GetAsync("/api/v1/retention");
        (after.GetProperty("set").GetProperty("runDays").GetInt32(), after.GetProperty("effective").GetProperty("eventDays").GetInt32()).ShouldBe((5, 90));
        (await server.GetAsync("/api/v1/audit?action=UpdateRetention")).GetProperty("items").GetArrayLength().ShouldBe(1);
    }

    [Fact]
    public async Task Partitions_are_made_ahead_and_empty_ones_of_the_past_are_dropped()
    {
        await using var server = await StartAsync(postgreSql: true);
        var (tenant, project, environment) = await ProjectAsync(server);
        await SqlAsync(server, "SELECT ensure_attempt_partitions('2020-01-15Z'::timestamptz, 2)");
        await SqlAsync(server, "SELECT ensure_attempt_partitions(now() - interval '200 days', 0)");
        await server.OldRunAsync(tenant, project, environment, days: 200);
        var later = new Schema(server.Services.GetRequiredService<Microsoft.Extensions.Options.IOptions<DataOptions>>(), new Microsoft.Extensions.Time.Testing.FakeTimeProvider(TimeProvider.System.GetUtcNow().AddYears(1)));

        await later.EnsurePartitionsAsync(Token);
        (await later.DropEmptyPartitionsAsync(Token)).ShouldBeGreaterThanOrEqualTo(3);
        var left = await PartitionsAsync(server);

        left.ShouldNotContain(p => p.Contains("2020", StringComparison.Ordinal));
        left.ShouldContain($"run_attempts_{OldRows.Ago(200):yyyy_MM}", "it has an attempt");
        left.ShouldContain($"run_attempts_{TimeProvider.System.GetUtcNow():yyyy_MM}", "the month is not over, whatever a clock says");
        left.ShouldContain($"run_attempts_{TimeProvider.System.GetUtcNow().AddYears(1):yyyy_MM}");
        left.ShouldContain("run_attempts_other");
    }

    private static Task<string[]> PartitionsAsync(ServerRig server) => server.Services.GetRequiredService<TenantWork>().SharedAsync(
        db => db.Database.SqlQueryRaw<string>("SELECT inhrelid::regclass::text AS \"Value\" FROM pg_inherits WHERE inhparent = 'run_attempts'::regclass").ToArrayAsync(Token), Token);

    private static Task<int> SqlAsync(ServerRig server, string sql) => server.Services.GetRequiredService<TenantWork>().SharedAsync(db => db.Database.ExecuteSqlRawAsync(sql, Token), Token);

    private static Task<long> PruneAsync(ServerRig server, TenantId tenant, long through) =>
        server.Services.GetRequiredService<TenantWork>().WriteAsync(tenant, db => db.Database.SqlQuery<long>($"SELECT prune_audit_entries({through}) AS \"Value\"").SingleAsync(Token), Token);

    private static async Task<(long Lines, string? Trouble)> VerifyAsync(ServerRig server, TenantId tenant)
    {
        await foreach (var verdict in server.Services.GetRequiredService<AuditVerifier>().VerifyAsync(tenant, Token))
        {
            return (verdict.Lines, verdict.Trouble);
        }

        throw new InvalidOperationException("There was no verdict.");
    }

    private static async Task<TenantId> RivalTenantAsync(ServerRig server)
    {
        using var rival = await server.RivalAsync();
        return await TenantOfAsync(server, server.FirstTenant());
    }

    private static async Task<TenantId> TenantOfAsync(ServerRig server, TenantId first) => (await server.Services.GetRequiredService<TenantDirectory>().AllAsync(Token)).Single(t => t != first);

    private static async Task<(TenantId Tenant, Guid Project, Guid Environment)> ProjectAsync(ServerRig server)
    {
        var made = await server.ProjectAsync(Url);
        return (server.FirstTenant(), made.GetProperty("project").GetProperty("id").GetGuid(), made.GetProperty("environment").GetProperty("id").GetGuid());
    }

    private static async Task<HttpResponseMessage> PutAsync(ServerRig server, object content, string etag = "*")
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, "/api/v1/retention") { Content = JsonContent.Create(content) };
        request.Headers.TryAddWithoutValidation("If-Match", etag);
        return await server.Client.SendAsync(request, Token);
    }

    private async Task<ServerRig> StartAsync(bool postgreSql) => await ServerRig.StartAsync(postgreSql ? await postgres.NewAsync(Token) : new(), ScriptedExecutor.Passing);
}
