using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Idempotency;

internal static class IdempotencyModel
{
    public static void Map(ModelBuilder model) => model.Entity<IdempotencyRecord>(record =>
    {
        record.Property(r => r.Key).HasMaxLength(IdempotencyRecord.KeyLength);
        record.Property(r => r.Request).HasMaxLength(64);
        record.HasIndex(r => new { r.TenantId, r.ApiKeyId, r.Key }).IsUnique();
    });
}
