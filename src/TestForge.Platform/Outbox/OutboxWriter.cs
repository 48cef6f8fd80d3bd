using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Outbox;

/// <summary>Adds messages, and the work of passing them on, to the caller's transaction.</summary>
internal static class OutboxWriter
{
    public const string WorkKind = "outbox";

    /// <param name="db">The tenant's unit of work.</param>
    /// <param name="kind">What happened, such as <c>run.finished</c>.</param>
    /// <param name="payload">The message's data as JSON.</param>
    /// <param name="now">When.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task AddAsync(PlatformDb db, string kind, string payload, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var message = new OutboxMessage { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, Kind = kind, Payload = payload, CreatedAt = now };
        db.OutboxMessages.Add(message);
        await WorkQueue.AddAsync(db, WorkKind, message.TenantId, message.Id, now, cancellationToken);
    }
}
