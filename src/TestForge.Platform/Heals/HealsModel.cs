using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Heals;

internal static class HealsModel
{
    public static void Map(ModelBuilder model, string json) => model.Entity<ProjectHeal>(heal =>
    {
        heal.HasOne<Project>().WithMany().HasForeignKey(h => new { h.TenantId, h.ProjectId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        heal.Property(h => h.Key).HasMaxLength(16);
        heal.Property(h => h.Note).HasMaxLength(ProjectHeal.NoteLength);
        heal.Property(h => h.Memory).HasColumnType(json);
        heal.Property(h => h.Version).IsConcurrencyToken();
        heal.HasIndex(h => new { h.TenantId, h.ProjectId, h.Key }).IsUnique();
        heal.HasIndex(h => new { h.TenantId, h.ProjectId, h.Id });
    });
}
