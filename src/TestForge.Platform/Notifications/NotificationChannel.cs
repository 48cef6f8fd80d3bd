using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Outbox;
using TestForge.Platform.Runs;
using TestForge.Platform.Secrets;
using TestForge.Platform.Webhooks;

namespace TestForge.Platform.Notifications;

/// <summary>Tells people how runs ended, by Slack and e-mail.</summary>
internal sealed class NotificationChannel(SecretBox secrets, SlackSender slack, MailSender mail) : IDeliveryChannel
{
    public bool Carries(WebhookDelivery delivery) => delivery.NotificationId is not null;

    public async Task RouteAsync(PlatformDb db, OutboxMessage message, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (message.Kind != EventKinds.RunFinished || await db.Notifications.AsNoTracking().Where(n => n.Enabled).ToArrayAsync(cancellationToken) is not { Length: > 0 } notifications)
        {
            return;
        }

        using var payload = JsonDocument.Parse(message.Payload);
        var id = payload.RootElement.GetProperty("runId").GetGuid();
        if (await db.Runs.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, cancellationToken) is not { } run || await NewsAsync(db, run, cancellationToken) is not { } news)
        {
            return;
        }

        foreach (var notification in notifications.Where(n => (n.ProjectId is null || n.ProjectId == run.ProjectId) && Wants(n.Trigger, news.Status, news.Before)))
        {
            await AddAsync(db, notification.Id, message.Id, message.Kind, news, now, cancellationToken);
        }
    }

    public async Task<Func<CancellationToken, Task<SendResult>>?> PrepareAsync(PlatformDb db, WebhookDelivery delivery, CancellationToken cancellationToken)
    {
        if (await db.Notifications.AsNoTracking().SingleOrDefaultAsync(n => n.Id == delivery.NotificationId, cancellationToken) is not { Enabled: true } notification)
        {
            return null;
        }

        var address = NotificationAddress.Read(await secrets.OpenAsync(db, Notification.SecretPurpose, notification.Id, notification.Address, cancellationToken));
        var news = JsonSerializer.Deserialize<RunNews>(delivery.Body, ArtifactJson.Compact)!;
        var message = delivery.MessageId;
        return notification.Kind == NotificationKind.Slack
            ? token => slack.SendAsync(new(address.Url!), news, token)
            : token => mail.SendAsync(address.To!, message, news, token);
    }

    public async Task TurnOffAsync(PlatformDb db, WebhookDelivery delivery, SendResult result, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.Notifications.SingleOrDefaultAsync(n => n.Id == delivery.NotificationId, cancellationToken) is { } notification)
        {
            db.Audit.Begin("DisableGoneNotification", Actor.System, now);
            (notification.Enabled, notification.DisabledReason, notification.UpdatedAt) = (false, $"The receiver answered {result.StatusCode}: it is gone.", now);
            notification.Version++;
        }
    }

    /// <summary>Adds a delivery for one notification.</summary>
    public static Task<WebhookDelivery> AddAsync(PlatformDb db, Guid notification, Guid message, string kind, RunNews news, DateTimeOffset now, CancellationToken cancellationToken) => Deliveries.AddAsync(
        db,
        new() { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, NotificationId = notification, MessageId = message, Kind = kind, Body = JsonSerializer.Serialize(news, ArtifactJson.Compact), CreatedAt = now, NextAt = now },
        cancellationToken);

    /// <summary>Whether people are told of a run that ended so, after one that ended so.</summary>
    public static bool Wants(NotificationTrigger trigger, RunStatus status, RunStatus? before) => trigger switch
    {
        NotificationTrigger.Failed => IsBad(status),
        NotificationTrigger.Changed => status != RunStatus.Cancelled && (before is { } earlier ? IsBad(status) != IsBad(earlier) : IsBad(status)),
        _ => true,
    };

    private static bool IsBad(RunStatus status) => status is RunStatus.Failed or RunStatus.Broken;

    private static async Task<RunNews?> NewsAsync(PlatformDb db, Run run, CancellationToken cancellationToken)
    {
        var names = await db.Environments.Where(e => e.Id == run.EnvironmentId).Join(db.Projects, e => e.ProjectId, p => p.Id, (e, p) => new { Project = p.Name, Environment = e.Name }).SingleOrDefaultAsync(cancellationToken);

        // A run that was cancelled says nothing of the application, so the one before it counts.
        var before = await db.Runs.Where(r => r.ProjectId == run.ProjectId && r.EnvironmentId == run.EnvironmentId && r.Id < run.Id && r.FinishedAt != null && r.Status != RunStatus.Cancelled)
            .OrderByDescending(r => r.Id).Select(r => (RunStatus?)r.Status).FirstOrDefaultAsync(cancellationToken);
        return names is null ? null : new()
        {
            RunId = run.Id,
            Project = names.Project,
            Environment = names.Environment,
            Target = run.Target,
            Status = run.Status,
            Before = before,
            Passed = run.Summary?.Passed,
            Failed = run.Summary?.Failed,
            Flaky = run.Summary?.Flaky,
            Healed = run.Summary?.Healed,
            HealthScore = run.Summary?.HealthScore,
            Error = run.ErrorMessage,
        };
    }
}
