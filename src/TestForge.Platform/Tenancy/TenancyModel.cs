using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Tenancy;

internal static class TenancyModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<Tenant>(tenant =>
        {
            tenant.HasKey(t => t.Id);
            tenant.Property(t => t.Id).ValueGeneratedNever();
            tenant.Property(t => t.Name).HasMaxLength(Tenant.NameLength);
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
        });
        model.Entity<Installation>(installation =>
        {
            installation.HasKey(i => i.Id);
            installation.Property(i => i.Id).ValueGeneratedNever();
        });
    }
}
