using Microsoft.EntityFrameworkCore;

namespace TestForge.Platform.Usage;

internal static class UsageModel
{
    public static void Map(ModelBuilder model) => model.Entity<UsageRecord>(usage =>
    {
        usage.HasIndex(u => new { u.TenantId, u.Month, u.ProjectId });
    });
}
