using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Secrets;

internal static class SecretsModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<DataKey>(key =>
        {
            key.Property(k => k.WrappedBy).HasMaxLength(200);
            key.HasIndex(k => new { k.TenantId, k.Id });
        });
        model.Entity<InstallationKey>(key =>
        {
            key.HasKey(k => k.Id);
            key.Property(k => k.Id).ValueGeneratedNever();
            key.Property(k => k.WrappedBy).HasMaxLength(200);
        });
    }
}
