using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using TestForge.Platform.Data;
using TestForge.Platform.Outbox;
using TestForge.Platform.Work;

namespace TestForge.Platform.Webhooks;

/// <summary>Makes of each message in the outbox a delivery for everybody who wants it.</summary>
internal sealed class OutboxWorker(WorkQueue queue, TenantWork work, IEnumerable<IDeliveryChannel> channels, TimeProvider clock, ILogger<OutboxWorker> logger) : WorkLoop(queue, clock, logger)
{
    private readonly TimeProvider _clock = clock;

    protected override string Kind => OutboxWriter.WorkKind;

    protected override int Parallel => 1;

    protected override int ParallelPerTenant => 1;

    protected override Task DoAsync(WorkItem item, CancellationToken cancellationToken) => work.WriteAsync(
        item.TenantId,
        async db =>
        {
            await WorkQueue.CompleteAsync(db, item.Id, cancellationToken);
            var message = await db.OutboxMessages.SingleOrDefaultAsync(m => m.Id == item.SubjectId && m.SentAt == null, cancellationToken);
            if (message is null)
            {
                return 0;
            }

            message.SentAt = _clock.GetUtcNow();
            foreach (var channel in channels)
            {
                await channel.RouteAsync(db, message, _clock.GetUtcNow(), cancellationToken);
            }

            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);
}
