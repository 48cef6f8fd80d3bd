using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Cases;

internal static class CasesModel
{
    public static void Map(ModelBuilder model, string json) => model.Entity<ProjectCase>(@case =>
    {
        @case.HasOne<Project>().WithMany().HasForeignKey(c => new { c.TenantId, c.ProjectId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        @case.Property(c => c.Key).HasMaxLength(300);
        @case.Property(c => c.Technique).HasMaxLength(100);
        @case.Property(c => c.Tags).HasJson(json);
        @case.Property(c => c.QuarantineReason).HasMaxLength(ProjectCase.ReasonLength);
        @case.Property(c => c.QuarantineOwner).HasMaxLength(ProjectCase.OwnerLength);
        @case.Property(c => c.Version).IsConcurrencyToken();
        @case.HasIndex(c => new { c.TenantId, c.ProjectId, c.Key }).IsUnique();
        @case.HasIndex(c => new { c.TenantId, c.ProjectId, c.Id });
    });
}
