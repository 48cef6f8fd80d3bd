using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;

namespace TestForge.Platform.Schedules;

internal static class SchedulesModel
{
    public static void Map(ModelBuilder model, string json) => model.Entity<Schedule>(schedule =>
    {
        schedule.HasOne<Project>().WithMany().HasForeignKey(s => new { s.TenantId, s.ProjectId }).HasPrincipalKey(p => new { p.TenantId, p.Id }).OnDelete(DeleteBehavior.Cascade);
        schedule.HasOne<ProjectEnvironment>().WithMany().HasForeignKey(s => new { s.TenantId, s.EnvironmentId }).HasPrincipalKey(e => new { e.TenantId, e.Id }).OnDelete(DeleteBehavior.Cascade);
        schedule.Property(s => s.Name).HasMaxLength(Schedule.NameLength);
        schedule.Property(s => s.Cron).HasMaxLength(Schedule.CronLength);
        schedule.Property(s => s.TimeZone).HasMaxLength(Schedule.ZoneLength);
        schedule.Property(s => s.LastProblem).HasMaxLength(Schedule.ProblemLength);
        schedule.Property(s => s.Settings).HasJson(json);
        schedule.Property(s => s.Version).IsConcurrencyToken();
        schedule.HasIndex(s => new { s.TenantId, s.ProjectId, s.Id });
    });
}
