using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Quotas;

internal static class QuotasModel
{
    public static void Map(ModelBuilder model) => model.Entity<TenantQuota>(quota => quota.HasIndex(q => new { q.TenantId, q.Kind }).IsUnique());
}
