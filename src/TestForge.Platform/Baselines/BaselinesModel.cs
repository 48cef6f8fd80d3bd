using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Baselines;

internal static class BaselinesModel
{
    private const int NameLength = 300;
    private const int PlatformLength = 60;
    private const int HashLength = 64;

    public static void Map(ModelBuilder model)
    {
        model.Entity<DifferingLook>(look =>
        {
            look.HasOne<Run>().WithMany().HasForeignKey(l => new { l.TenantId, l.RunId }).HasPrincipalKey(r => new { r.TenantId, r.Id }).OnDelete(DeleteBehavior.Cascade);
            look.Property(l => l.CaseKey).HasMaxLength(300);
            look.Property(l => l.Name).HasMaxLength(NameLength);
            look.Property(l => l.Platform).HasMaxLength(PlatformLength);
            look.Property(l => l.Sha256).HasMaxLength(HashLength);
            look.Property(l => l.ExpectedSha256).HasMaxLength(HashLength);
            look.Property(l => l.Reason).HasMaxLength(DifferingLook.ReasonLength);
            look.Property(l => l.Version).IsConcurrencyToken();
            look.HasIndex(l => new { l.TenantId, l.RunId, l.Name, l.Platform }).IsUnique();
            look.HasIndex(l => new { l.TenantId, l.ProjectId, l.Id });
        });
        model.Entity<ProjectBaseline>(baseline =>
        {
            baseline.HasOne<ProjectEnvironment>().WithMany().HasForeignKey(b => new { b.TenantId, b.EnvironmentId }).HasPrincipalKey(e => new { e.TenantId, e.Id }).OnDelete(DeleteBehavior.Cascade);
            baseline.Property(b => b.Name).HasMaxLength(NameLength);
            baseline.Property(b => b.Platform).HasMaxLength(PlatformLength);
            baseline.Property(b => b.Sha256).HasMaxLength(HashLength);
            baseline.HasIndex(b => new { b.TenantId, b.EnvironmentId, b.Name, b.Platform }).IsUnique();
            baseline.HasIndex(b => new { b.TenantId, b.ProjectId, b.Id });
        });
    }
}
