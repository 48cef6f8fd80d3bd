using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Tenancy;

internal static class TenancyModel
{
    public static void Map(ModelBuilder model, string json)
    {
        model.Entity<Tenant>(tenant =>
        {
            tenant.HasKey(t => t.Id);
            tenant.Property(t => t.Id).ValueGeneratedNever();
            tenant.Property(t => t.Name).HasMaxLength(Tenant.NameLength);
            tenant.Property(t => t.ShortName).HasMaxLength(TenantShortName.NameLength);
            tenant.Property(t => t.AllowedNetworks).HasJson(json).HasDefaultValueSql("'[]'");
            tenant.Property(t => t.Version).IsConcurrencyToken().HasDefaultValue(1);
        });
        model.Entity<User>(user =>
        {
            user.HasKey(u => u.Id);
            user.Property(u => u.Id).ValueGeneratedNever();
            user.Property(u => u.Email).HasMaxLength(User.EmailLength);
            user.Property(u => u.Name).HasMaxLength(User.NameLength);
            user.HasIndex(u => u.Email).IsUnique();
        });
        model.Entity<Membership>(membership =>
        {
            membership.HasOne<User>().WithMany(u => u.Memberships).HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
            membership.HasIndex(m => new { m.TenantId, m.UserId }).IsUnique();
            membership.Property(m => m.Version).IsConcurrencyToken().HasDefaultValue(1);
        });
        model.Entity<Installation>(installation =>
        {
            installation.HasKey(i => i.Id);
            installation.Property(i => i.Id).ValueGeneratedNever();
        });
        model.Entity<TenantShortName>(name =>
        {
            name.HasKey(n => n.Id);
            name.Property(n => n.Id).ValueGeneratedNever();
        });
        model.Entity<UserAddress>(address =>
        {
            address.HasKey(a => a.Id);
            address.Property(a => a.Id).ValueGeneratedNever();
            address.HasIndex(a => a.UserId);
        });
    }
}
