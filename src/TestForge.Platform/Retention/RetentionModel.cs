using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Retention;

internal static class RetentionModel
{
    public static void Map(ModelBuilder model) => model.Entity<RetentionPolicy>(policy =>
    {
        policy.Property(p => p.Version).IsConcurrencyToken();
        policy.HasIndex(p => p.TenantId).IsUnique();
    });
}
