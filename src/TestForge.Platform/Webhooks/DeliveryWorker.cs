using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Secrets;
using TestForge.Platform.Work;

namespace TestForge.Platform.Webhooks;

/// <summary>Makes one attempt at a delivery, writes down what became of it, and plans the next. A receiver may get a message twice, with the same id, and never not at all.</summary>
internal sealed partial class DeliveryWorker(WorkQueue queue, TenantWork work, IEnumerable<IDeliveryChannel> channels, TimeProvider clock, ILogger<DeliveryWorker> logger) : WorkLoop(queue, clock, logger)
{
    private readonly TimeProvider _clock = clock;

    protected override string Kind => Deliveries.WorkKind;

    protected override int Parallel => 8;

    // A slow receiver holds up its own tenant and not the others.
    protected override int ParallelPerTenant => 2;

    protected override async Task DoAsync(WorkItem item, CancellationToken cancellationToken)
    {
        Func<CancellationToken, Task<SendResult>>? attempt;
        try
        {
            attempt = await NextAsync(item, cancellationToken);
        }
        catch (SecretException e)
        {
            // Counts as an attempt: the right key may be back by the next, and without it this must not go on for ever.
            await work.WriteAsync(item.TenantId, db => RecordAsync(db, item, new(null, e.Code, null, 0), cancellationToken), cancellationToken);
            return;
        }

        if (attempt is not null)
        {
            var result = await attempt(cancellationToken);
            await work.WriteAsync(item.TenantId, db => RecordAsync(db, item, result, cancellationToken), cancellationToken);
        }
    }

    private Task<Func<CancellationToken, Task<SendResult>>?> NextAsync(WorkItem item, CancellationToken cancellationToken) => work.WriteAsync(
        item.TenantId,
        async db =>
        {
            var delivery = await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == item.SubjectId && d.Status == DeliveryStatus.Pending, cancellationToken);
            var attempt = delivery is null ? null : await ChannelOf(delivery).PrepareAsync(db, delivery, cancellationToken);
            if (attempt is null)
            {
                await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
                End(delivery, DeliveryStatus.Dead);
                await db.SaveChangesAsync(cancellationToken);
            }

            return attempt;
        },
        cancellationToken);

    private IDeliveryChannel ChannelOf(WebhookDelivery delivery) => channels.First(c => c.Carries(delivery));

    private async Task<int> RecordAsync(PlatformDb db, WorkItem item, SendResult result, CancellationToken cancellationToken)
    {
        var delivery = await db.WebhookDeliveries.SingleOrDefaultAsync(d => d.Id == item.SubjectId, cancellationToken);
        if (delivery is null)
        {
            return await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
        }

        var now = _clock.GetUtcNow();
        delivery.Attempts++;
        db.WebhookAttempts.Add(new()
        {
            Id = Guid.CreateVersion7(now),
            TenantId = item.TenantId,
            DeliveryId = delivery.Id,
            At = now,
            Milliseconds = result.Milliseconds,
            StatusCode = result.StatusCode,
            Error = Cut(result.Error),
            Response = Cut(result.Answer),
        });
        if (result.Delivered)
        {
            End(delivery, DeliveryStatus.Delivered);
        }
        else if (!result.Gone && !result.Refused && RetryTimes.After(delivery.Attempts, Random.Shared.NextDouble(), result.RetryAfter) is { } wait)
        {
            delivery.NextAt = now + wait;
            await WorkQueue.PostponeAsync(db, item.Id, now + wait, cancellationToken);
        }
        else
        {
            End(delivery, DeliveryStatus.Dead);
            LogDead(delivery.WebhookId ?? delivery.NotificationId ?? Guid.Empty, delivery.Attempts);
            if (result.Gone)
            {
                await ChannelOf(delivery).TurnOffAsync(db, delivery, result, now, cancellationToken);
            }
        }

        if (delivery.Status != DeliveryStatus.Pending)
        {
            await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
        }

        return await db.SaveChangesAsync(cancellationToken);
    }

    private void End(WebhookDelivery? delivery, DeliveryStatus status)
    {
        if (delivery is not null)
        {
            (delivery.Status, delivery.NextAt, delivery.EndedAt) = (status, null, _clock.GetUtcNow());
        }
    }

    // PostgreSQL takes no zeros in text.
    private static string? Cut(string? text) => text?.Replace('\0', ' ') is { } clean && clean.Length > WebhookAttempt.TextLength ? clean[..WebhookAttempt.TextLength] : text?.Replace('\0', ' ');

    [LoggerMessage(4301, LogLevel.Warning, "Receiver {Receiver}: a delivery is given up after {Attempts} attempts")]
    private partial void LogDead(Guid receiver, int attempts);
}
