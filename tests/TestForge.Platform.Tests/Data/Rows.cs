using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Accounts;
using TestForge.Platform.Audit;
using TestForge.Platform.Baselines;
using TestForge.Platform.Cases;
using TestForge.Platform.Heals;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Members;
using TestForge.Platform.OAuth;
using TestForge.Platform.Notifications;
using TestForge.Platform.Outbox;
using TestForge.Platform.Projects;
using TestForge.Platform.Quotas;
using TestForge.Platform.Retention;
using TestForge.Platform.Runs;
using TestForge.Platform.Schedules;
using TestForge.Platform.Secrets;
using TestForge.Platform.SingleSignOn;
using TestForge.Platform.Tenancy;
using TestForge.Platform.Usage;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Tests.Data;

/// <summary>One row of every kind for a tenant. A new table needs a line here, or the tests of isolation fail.</summary>
internal static class Rows
{
    public static IReadOnlyList<object> Of(TenantId tenant)
    {
        var now = DateTimeOffset.FromUnixTimeMilliseconds(TimeProvider.System.GetUtcNow().ToUnixTimeMilliseconds());
        var user = new User { Id = Guid.CreateVersion7(), Email = $"ann@{tenant}.example", Name = "Ann", CreatedAt = now };
        var project = new Project { Id = Guid.CreateVersion7(), TenantId = tenant, Name = "Shop", CreatedAt = now, UpdatedAt = now };
        var environment = new ProjectEnvironment { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, Name = "default", BaseUrl = "https://shop.example", Variables = new() { ["locale"] = "en" }, CreatedAt = now, UpdatedAt = now };
        var run = Run(tenant, project.Id, environment.Id, now);
        var @case = new RunCase { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, Key = "smoke-home", Title = "Home opens", Feature = "Home", Technique = "smoke", Risk = 10, Verdict = Verdict.Passed };
        var key = new ApiKey { Id = Guid.CreateVersion7(), TenantId = tenant, Name = "CI", Hash = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()), Tail = "abcd", Scopes = ["runs:read"], CreatedAt = now };
        var webhook = new Webhook { Id = Guid.CreateVersion7(), TenantId = tenant, Url = "https://hooks.example/", Events = [], Secret = [1], CreatedAt = now, UpdatedAt = now };
        var delivery = new WebhookDelivery { Id = Guid.CreateVersion7(), TenantId = tenant, WebhookId = webhook.Id, MessageId = Guid.CreateVersion7(), Kind = "run.finished", Body = "{}", CreatedAt = now };
        var account = new LocalAccount { Id = Guid.CreateVersion7(), TenantId = tenant, UserId = user.Id, PasswordHash = "x", PasswordChangedAt = now };
        var client = new OAuthClient { Id = Guid.CreateVersion7(), TenantId = tenant, ClientId = $"c.{tenant.Value:N}" };
        var grant = new OAuthGrant { Id = Guid.CreateVersion7(), TenantId = tenant, Application = client };
        var provider = new IdentityProvider { Id = Guid.CreateVersion7(), TenantId = tenant, Name = "Own", Issuer = "https://id.example", ClientId = "c", ClientSecret = [1], GroupsClaim = "groups", GroupRoles = new() { ["staff"] = Role.Viewer }, CreatedAt = now, UpdatedAt = now };
        return
        [
            new Tenant { Id = tenant, Name = "A tenant", CreatedAt = now },
            user,
            new Membership { Id = Guid.CreateVersion7(), TenantId = tenant, UserId = user.Id, Role = Role.Owner, CreatedAt = now },
            key,
            new Invitation { Id = Guid.CreateVersion7(), TenantId = tenant, Email = "bob@shop.example", Role = Role.Viewer, Hash = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray()), CreatedAt = now, ExpiresAt = now.AddDays(1) },
            account,
            new RecoveryCode { Id = Guid.CreateVersion7(), TenantId = tenant, AccountId = account.Id, Hash = new('a', 64) },
            new Session { Id = Guid.CreateVersion7(), TenantId = tenant, UserId = user.Id, Kind = SessionKind.Browser, Hash = new('a', 64), CreatedAt = now, LastSeenAt = now, ExpiresAt = now.AddDays(1) },
            client,
            grant,
            new OAuthToken { Id = Guid.CreateVersion7(), TenantId = tenant, Application = client, Authorization = grant },
            provider,
            new TenantDomain { Id = Guid.CreateVersion7(), TenantId = tenant, Name = "shop.example", Challenge = "x", CreatedAt = now },
            new ExternalLogin { Id = Guid.CreateVersion7(), TenantId = tenant, ProviderId = provider.Id, Subject = "1", UserId = user.Id },
            project,
            new ProjectMembership { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, UserId = user.Id, Role = Role.Editor, CreatedAt = now },
            environment,
            run,
            @case,
            new RecordedEvent { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, Number = 1, At = now, Kind = "run-queued", Data = "{}" },
            new RunAttempt { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, CaseId = @case.Id, Number = 1, Passed = true, StartedAt = now, Milliseconds = 12 },
            new RunPage { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, Key = "p1", Url = "https://shop.example/", Title = "Shop", Depth = 0, Outcome = PageOutcome.Ok, Status = 200, Elements = 3, Forms = 1, Links = 2, LoadMilliseconds = 12 },
            new ProjectCase { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, Key = "smoke-home", PlanTitle = "Home opens", Title = "Home opens", Feature = "Home", Technique = "smoke", Risk = 10, Tags = [], LastVerdict = Verdict.Passed, LastRunId = run.Id, LastRunAt = now, CreatedAt = now },
            new ProjectHeal { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, Key = "0a1b2c3d", Element = "Buy", Page = "/", LastRunId = run.Id, LastSeenAt = now, CreatedAt = now, Memory = "{}" },
            new ProjectBaseline { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, EnvironmentId = environment.Id, Name = "home", Platform = "chromium-linux", Sha256 = new('a', 64), Length = 3, ChangedAt = now, RunId = run.Id },
            new DifferingLook { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, EnvironmentId = environment.Id, RunId = run.Id, CaseKey = "look-home", Name = "home", Platform = "chromium-linux", Said = "1 % differs", Sha256 = new('a', 64), Length = 3, ExpectedSha256 = new('b', 64), SeenAt = now },
            new Schedule { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, EnvironmentId = environment.Id, Name = "nightly", Cron = "0 3 * * *", TimeZone = "UTC", Settings = new(), CreatedAt = now, UpdatedAt = now },
            new UsageRecord { Id = run.Id, TenantId = tenant, ProjectId = project.Id, Month = 202603, At = now, Pages = 3, Tests = 2, BrowserMilliseconds = 1_000, Tokens = 0, MicroUsd = 0, StoredBytes = 10 },
            new RunHeal { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, ElementKey = "e1", ElementName = "Buy", Page = "/", Decision = HealDecision.Healed, OldLocator = "{}", NewLocator = "{}", Proved = true, Patched = false, Reason = "by name" },
            new RunArtifact { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, Kind = ArtifactKinds.ReportHtml, Sha256 = new('a', 64), Length = 3, Name = "report.html" },
            new OutboxMessage { Id = Guid.CreateVersion7(), TenantId = tenant, Kind = "run-finished", Payload = "{}", CreatedAt = now },
            webhook,
            delivery,
            new WebhookAttempt { Id = Guid.CreateVersion7(), TenantId = tenant, DeliveryId = delivery.Id, At = now, Milliseconds = 12, StatusCode = 204 },
            new Notification { Id = Guid.CreateVersion7(), TenantId = tenant, ProjectId = project.Id, Name = "Team", Kind = NotificationKind.Slack, Trigger = NotificationTrigger.Failed, Address = [1], CreatedAt = now, UpdatedAt = now },
            new TenantQuota { Id = Guid.CreateVersion7(), TenantId = tenant, Kind = QuotaKind.Members, Most = 5, UpdatedAt = now },
            new RetentionPolicy { Id = tenant.Value, TenantId = tenant, RunDays = 30, UpdatedAt = now },
            new DataKey { Id = Guid.CreateVersion7(), TenantId = tenant, Wrapped = [1], WrappedBy = "local:0", CreatedAt = now },
            new AuditHead { Id = tenant.Value, TenantId = tenant, Sequence = 1, Hash = new('0', 64) },
            new AuditEntry { Id = Guid.CreateVersion7(), TenantId = tenant, Sequence = 1, At = now, Action = "CreateProject", ActorKind = ActorKind.System, Subject = "project", SubjectId = project.Id, PreviousHash = new('0', 64), Hash = new('0', 64) },
            new IdempotencyRecord { Id = Guid.CreateVersion7(), TenantId = tenant, ApiKeyId = key.Id, Key = "k1", Request = new('0', 64), CreatedAt = now, Status = 201, Body = "{}" },
        ];
    }

    public static Run Run(TenantId tenant, Guid project, Guid environment, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        TenantId = tenant,
        ProjectId = project,
        EnvironmentId = environment,
        Target = "https://shop.example",
        Status = RunStatus.Queued,
        Settings = new(),
        QueuedAt = now,
        LastEvent = 1,
    };
}
