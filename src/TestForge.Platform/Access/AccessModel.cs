using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Access;

internal static class AccessModel
{
    public static void Map(ModelBuilder model, string json) => model.Entity<ApiKey>(key =>
    {
        key.Property(k => k.Name).HasMaxLength(ApiKey.NameLength);
        key.Property(k => k.Hash).HasMaxLength(64);
        key.Property(k => k.Tail).HasMaxLength(8);
        key.Property(k => k.Scopes).HasJson(json);
        key.Property(k => k.Version).IsConcurrencyToken().HasDefaultValue(1);
        key.HasIndex(k => new { k.TenantId, k.Hash }).IsUnique();
    });
}
