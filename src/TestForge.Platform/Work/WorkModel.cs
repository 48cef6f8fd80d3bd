using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Work;

internal static class WorkModel
{
    public static void Map(ModelBuilder model) => model.Entity<WorkItem>(item =>
    {
        item.HasKey(w => w.Id);
        item.Property(w => w.Id).ValueGeneratedNever();
        item.Property(w => w.Kind).HasMaxLength(40);
        item.HasIndex(w => new { w.Kind, w.SubjectId }).IsUnique();
        item.HasIndex(w => new { w.Kind, w.Turn, w.Id });
        item.HasIndex(w => new { w.Kind, w.TenantId });
    });
}
