using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Audit;

internal static class AuditModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.Property(e => e.Action).HasMaxLength(AuditEntry.ActionLength);
            entry.Property(e => e.Subject).HasMaxLength(AuditEntry.SubjectLength);
            entry.Property(e => e.Address).HasMaxLength(45);
            entry.Property(e => e.AddressSalt).HasMaxLength(32);
            entry.Property(e => e.AddressDigest).HasMaxLength(64);
            entry.Property(e => e.TraceId).HasMaxLength(64);
            entry.Property(e => e.PreviousHash).HasMaxLength(64);
            entry.Property(e => e.Hash).HasMaxLength(64);
            entry.HasIndex(e => new { e.TenantId, e.Sequence }).IsUnique();
            entry.HasIndex(e => new { e.TenantId, e.SubjectId });
        });
        model.Entity<AuditHead>(head =>
        {
            head.Property(h => h.Hash).HasMaxLength(64);
            head.HasIndex(h => h.TenantId).IsUnique();
        });
    }
}
