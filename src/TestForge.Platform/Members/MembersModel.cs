using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Projects;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

internal static class MembersModel
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ProjectMembership>(membership =>
        {
            membership.HasOne<Project>().WithMany().HasForeignKey(m => new { m.TenantId, m.ProjectId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
            membership.HasOne<User>().WithMany().HasForeignKey(m => m.UserId).OnDelete(DeleteBehavior.Cascade);
            membership.HasIndex(m => new { m.TenantId, m.UserId, m.ProjectId }).IsUnique();
        });
        model.Entity<Invitation>(invitation =>
        {
            invitation.Property(i => i.Email).HasMaxLength(User.EmailLength);
            invitation.Property(i => i.Hash).HasMaxLength(64);
            invitation.Property(i => i.Version).IsConcurrencyToken();
            invitation.HasIndex(i => new { i.TenantId, i.Hash }).IsUnique();
        });
    }
}
