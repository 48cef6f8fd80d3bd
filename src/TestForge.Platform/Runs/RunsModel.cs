using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

internal static class RunsModel
{
    public static void Map(ModelBuilder model, string json)
    {
        model.Entity<Run>(run =>
        {
            run.HasAlternateKey(r => new { r.TenantId, r.Id });
            run.HasOne<Project>().WithMany().HasForeignKey(r => new { r.TenantId, r.ProjectId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
            run.HasOne<ProjectEnvironment>().WithMany().HasForeignKey(r => new { r.TenantId, r.EnvironmentId }).HasPrincipalKey(e => new { e.TenantId, e.Id }).OnDelete(DeleteBehavior.Restrict);
            run.Property(r => r.Target).HasMaxLength(ProjectEnvironment.UrlLength);
            run.Property(r => r.Settings).HasJson(json);
            run.Property(r => r.Summary).HasJson(json);
            run.Property(r => r.ErrorCode).HasMaxLength(100);
            run.HasIndex(r => new { r.TenantId, r.ProjectId, r.Id });
        });
        model.Entity<RecordedEvent>(happened =>
        {
            OfRun(happened, e => new { e.TenantId, e.RunId });
            happened.Property(e => e.Kind).HasMaxLength(40);
            happened.HasIndex(e => new { e.TenantId, e.RunId, e.Number }).IsUnique();
        });
        model.Entity<RunCase>(@case =>
        {
            OfRun(@case, c => new { c.TenantId, c.RunId });
            @case.HasAlternateKey(c => new { c.TenantId, c.Id });
            @case.Property(c => c.Key).HasMaxLength(300);
            @case.Property(c => c.Technique).HasMaxLength(100);
            @case.HasIndex(c => new { c.TenantId, c.RunId, c.Key }).IsUnique();
            @case.HasIndex(c => new { c.TenantId, c.Key, c.Id });
        });
        model.Entity<RunAttempt>(attempt =>
        {
            attempt.HasOne<RunCase>().WithMany().HasForeignKey(a => new { a.TenantId, a.CaseId }).HasPrincipalKey(c => new { c.TenantId, c.Id }).OnDelete(DeleteBehavior.Cascade);
            attempt.Property(a => a.Evidence).HasJson(json);
            attempt.HasIndex(a => new { a.TenantId, a.RunId });
        });
        model.Entity<RunHeal>(heal =>
        {
            OfRun(heal, h => new { h.TenantId, h.RunId });
            heal.Property(h => h.OldLocator).HasColumnType(json);
            heal.Property(h => h.NewLocator).HasColumnType(json);
            heal.Property(h => h.Record).HasColumnType(json);
            heal.Ignore(h => h.Proof);
            heal.Property(h => h.Key).HasMaxLength(16);
        });
        model.Entity<RunPage>(page =>
        {
            OfRun(page, p => new { p.TenantId, p.RunId });
            page.Property(p => p.Key).HasMaxLength(40);
            page.HasIndex(p => new { p.TenantId, p.RunId, p.Id });
        });
        model.Entity<RunArtifact>(artifact =>
        {
            OfRun(artifact, a => new { a.TenantId, a.RunId });
            artifact.Ignore(a => a.Reference);
            artifact.Property(a => a.Kind).HasMaxLength(40);
            artifact.Property(a => a.Sha256).HasMaxLength(64);
            artifact.Property(a => a.Name).HasMaxLength(300);
            artifact.HasIndex(a => new { a.TenantId, a.RunId, a.Name }).IsUnique();
        });
    }

    private static void OfRun<T>(EntityTypeBuilder<T> entity, System.Linq.Expressions.Expression<Func<T, object?>> foreignKey)
        where T : class, ITenantOwned =>
        entity.HasOne<Run>().WithMany().HasForeignKey(foreignKey).HasPrincipalKey(r => new { r.TenantId, r.Id }).OnDelete(DeleteBehavior.Cascade);
}
