using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Accounts;

internal static class AccountsModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<LocalAccount>(account =>
        {
            account.HasAlternateKey(a => new { a.TenantId, a.Id });
            account.HasOne<User>().WithMany().HasForeignKey(a => a.UserId).OnDelete(DeleteBehavior.Cascade);
            account.Property(a => a.PasswordHash).HasMaxLength(200);
            account.HasIndex(a => new { a.TenantId, a.UserId }).IsUnique();
        });
        model.Entity<RecoveryCode>(code =>
        {
            code.HasOne<LocalAccount>().WithMany().HasForeignKey(c => new { c.TenantId, c.AccountId }).HasPrincipalKey(a => new { a.TenantId, a.Id }).OnDelete(DeleteBehavior.Cascade);
            code.Property(c => c.Hash).HasMaxLength(64);
            code.HasIndex(c => new { c.TenantId, c.AccountId, c.Hash }).IsUnique();
        });
        model.Entity<Session>(session =>
        {
            session.HasOne<User>().WithMany().HasForeignKey(s => s.UserId).OnDelete(DeleteBehavior.Cascade);
            session.Property(s => s.Hash).HasMaxLength(64);
            session.Property(s => s.ClientId).HasMaxLength(Session.ClientLength);
            session.Property(s => s.Address).HasMaxLength(64);
            session.Property(s => s.Agent).HasMaxLength(Session.AgentLength);
            session.HasIndex(s => new { s.TenantId, s.UserId, s.Id });
            session.HasIndex(s => new { s.TenantId, s.Hash });
        });
    }
}
