using TestForge.Pipeline;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Idempotency;
using TestForge.Platform.Outbox;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Platform.Tenancy;
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
        return
        [
            new Tenant { Id = tenant, Name = "A tenant", CreatedAt = now },
            user,
            new Membership { Id = Guid.CreateVersion7(), TenantId = tenant, UserId = user.Id, Role = Role.Owner, CreatedAt = now },
            key,
            project,
            environment,
            run,
            @case,
            new RecordedEvent { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, Number = 1, At = now, Kind = "run-queued", Data = "{}" },
            new RunAttempt { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, CaseId = @case.Id, Number = 1, Passed = true, StartedAt = now, Milliseconds = 12 },
            new RunHeal { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, ElementKey = "e1", ElementName = "Buy", Page = "/", Decision = HealDecision.Healed, OldLocator = "{}", NewLocator = "{}", Proved = true, Patched = false, Reason = "by name" },
            new RunArtifact { Id = Guid.CreateVersion7(), TenantId = tenant, RunId = run.Id, Kind = ArtifactKinds.ReportHtml, Sha256 = new('a', 64), Length = 3, Name = "report.html" },
            new OutboxMessage { Id = Guid.CreateVersion7(), TenantId = tenant, Kind = "run-finished", Payload = "{}", CreatedAt = now },
            webhook,
            delivery,
            new WebhookAttempt { Id = Guid.CreateVersion7(), TenantId = tenant, DeliveryId = delivery.Id, At = now, Milliseconds = 12, StatusCode = 204 },
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
