using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.SingleSignOn;

internal static class SingleSignOnModel
{
    public static void Map(ModelBuilder model, string json)
    {
        model.Entity<IdentityProvider>(provider =>
        {
            provider.HasAlternateKey(p => new { p.TenantId, p.Id });
            provider.Property(p => p.Name).HasMaxLength(IdentityProvider.NameLength);
            provider.Property(p => p.Issuer).HasMaxLength(IdentityProvider.UrlLength);
            provider.Property(p => p.ClientId).HasMaxLength(200);
            provider.Property(p => p.GroupsClaim).HasMaxLength(100);
            provider.Property(p => p.GroupRoles).HasJson(json);
            provider.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<TenantDomain>(domain =>
        {
            domain.HasOne<IdentityProvider>().WithMany().HasForeignKey(d => new { d.TenantId, d.ProviderId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Restrict);
            domain.Property(d => d.Name).HasMaxLength(TenantDomain.NameLength);
            domain.Property(d => d.Challenge).HasMaxLength(100);
            domain.Property(d => d.Version).IsConcurrencyToken();
            domain.HasIndex(d => new { d.TenantId, d.Name }).IsUnique();
        });
        model.Entity<ExternalLogin>(login =>
        {
            login.HasOne<IdentityProvider>().WithMany().HasForeignKey(l => new { l.TenantId, l.ProviderId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
            login.HasOne<User>().WithMany().HasForeignKey(l => l.UserId).OnDelete(DeleteBehavior.Cascade);
            login.Property(l => l.Subject).HasMaxLength(ExternalLogin.SubjectLength);
            login.HasIndex(l => new { l.TenantId, l.ProviderId, l.Subject }).IsUnique();
        });
    }
}
