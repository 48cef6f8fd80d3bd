using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Projects;

internal static class ProjectsModel
{
    public static void Map(ModelBuilder model, string json)
    {
        model.Entity<Project>(project =>
        {
            project.HasAlternateKey(p => new { p.TenantId, p.Id });
            project.Property(p => p.Name).HasMaxLength(Project.NameLength);
            project.Property(p => p.Description).HasMaxLength(Project.DescriptionLength);
            project.Property(p => p.Version).IsConcurrencyToken();
        });
        model.Entity<ProjectEnvironment>(environment =>
        {
            environment.ToTable("environments");
            environment.HasAlternateKey(e => new { e.TenantId, e.Id });
            environment.HasOne<Project>().WithMany().HasForeignKey(e => new { e.TenantId, e.ProjectId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
            environment.Property(e => e.Name).HasMaxLength(ProjectEnvironment.NameLength);
            environment.Property(e => e.BaseUrl).HasMaxLength(ProjectEnvironment.UrlLength);
            environment.Property(e => e.Variables).HasJson(json);
            environment.Property(e => e.Login).HasJson(json);
            environment.Property(e => e.SecretNames).HasJson(json);
            environment.Property(e => e.Version).IsConcurrencyToken();
            environment.HasIndex(e => new { e.TenantId, e.ProjectId, e.Name }).IsUnique();
        });
    }
}
