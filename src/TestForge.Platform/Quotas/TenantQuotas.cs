using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Quotas;

/// <summary>The operator's say in what a tenant may use.</summary>
public sealed class TenantQuotas
{
    private readonly OwnerWork _owner;
    private readonly Quotas _quotas;
    private readonly TimeProvider _clock;

    internal TenantQuotas(OwnerWork owner, Quotas quotas, TimeProvider clock) => (_owner, _quotas, _clock) = (owner, quotas, clock);

    /// <summary>What a tenant has used and may use; null when there is no such tenant.</summary>
    public Task<IReadOnlyList<(QuotaKind Kind, long Used, long? Most)>?> ReadAsync(TenantId tenant, CancellationToken cancellationToken) => _owner.OfTenantAsync<IReadOnlyList<(QuotaKind, long, long?)>?>(
        tenant,
        async db =>
        {
            if (!await db.Tenants.AnyAsync(cancellationToken))
            {
                return null;
            }

            var (most, used) = (await _quotas.MostAsync(db, cancellationToken), await _quotas.UsedAsync(db, cancellationToken));
            return [.. Enum.GetValues<QuotaKind>().Select(k => (k, used[k], most[k]))];
        },
        cancellationToken);

    /// <summary>Sets the most of a kind: a number, or null for no end. It counts from the next request on.</summary>
    public Task<int> SetAsync(TenantId tenant, QuotaKind kind, long? most, CancellationToken cancellationToken) => _owner.OfTenantAsync(
        tenant,
        async db =>
        {
            var quota = await db.TenantQuotas.SingleOrDefaultAsync(q => q.Kind == kind, cancellationToken);
            if (quota is null)
            {
                db.Add(quota = new() { Id = Guid.CreateVersion7(_clock.GetUtcNow()), TenantId = tenant, Kind = kind, UpdatedAt = _clock.GetUtcNow() });
            }

            (quota.Most, quota.UpdatedAt) = (most, _clock.GetUtcNow());
            return await db.SaveChangesAsync(cancellationToken);
        },
        cancellationToken);

    /// <summary>Follows the installation's own number again.</summary>
    public Task<int> ResetAsync(TenantId tenant, QuotaKind kind, CancellationToken cancellationToken) =>
        _owner.OfTenantAsync(tenant, db => db.TenantQuotas.Where(q => q.Kind == kind).ExecuteDeleteAsync(cancellationToken), cancellationToken);
}
