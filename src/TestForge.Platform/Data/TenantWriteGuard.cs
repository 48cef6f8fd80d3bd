using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Diagnostics;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Data;

/// <summary>Refuses to save a row of another tenant than the current one.</summary>
internal sealed class TenantWriteGuard(TenantContext tenant) : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Check(eventData.Context!);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check(eventData.Context!);
        return ValueTask.FromResult(result);
    }

    private void Check(DbContext db)
    {
        foreach (var entry in db.ChangeTracker.Entries().Where(e => e.State is EntityState.Added or EntityState.Modified or EntityState.Deleted))
        {
            var owner = OwnerOf(entry);
            if (owner is { } id && (id != tenant.Current || Moved(entry)))
            {
                throw new InvalidOperationException($"A {entry.Metadata.ClrType.Name} of another tenant was about to be {entry.State.ToString().ToLowerInvariant()}. Nothing was saved.");
            }
        }
    }

    private static TenantId? OwnerOf(EntityEntry entry) => entry.Entity switch
    {
        ITenantOwned owned => owned.TenantId,
        Tenant self => self.Id,
        _ => null,
    };

    private static bool Moved(EntityEntry entry) =>
        entry.State != EntityState.Added && entry.Entity is ITenantOwned && !Equals(entry.Property(nameof(ITenantOwned.TenantId)).OriginalValue, entry.Property(nameof(ITenantOwned.TenantId)).CurrentValue);
}
