using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Outbox;

internal static class OutboxModel
{
    public static void Map(ModelBuilder model) => model.Entity<OutboxMessage>(message =>
    {
        message.Property(m => m.Kind).HasMaxLength(100);
        message.HasIndex(m => new { m.TenantId, m.Id });
    });
}
