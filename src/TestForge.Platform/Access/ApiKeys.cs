using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Access;

/// <summary>Knows a caller by an API key. The key names its tenant, so that even the look at the list of keys is fenced to that tenant.</summary>
internal sealed class ApiKeys(TenantWork work, KnownCallers callers, TimeProvider clock)
{
    // The list shows it by the minute; a write for every request would cost more than it tells.
    private static readonly TimeSpan LastUsePrecision = TimeSpan.FromMinutes(1);

    /// <summary>Whose key it is, or null when it is mistyped, unknown, revoked or expired, or its member is gone.</summary>
    public async Task<CallerIdentity?> KnowAsync(string text, CancellationToken cancellationToken)
    {
        if (!ApiKeyText.TryRead(text, out var tenant))
        {
            return null;
        }

        var hash = ApiKeyText.Hash(text);
        if (callers.Find(tenant, hash) is { } known)
        {
            return known;
        }

        var before = callers.ChangesOf(tenant);
        var found = await work.ReadAsync(
            tenant,
            db => (from k in db.ApiKeys.AsNoTracking()
                   where k.Hash == hash
                   from owner in db.Tenants
                   select new { Key = k, Role = db.Memberships.Where(m => m.UserId == k.UserId).Select(m => (Role?)m.Role).FirstOrDefault(), owner.AllowedNetworks }).SingleOrDefaultAsync(cancellationToken),
            cancellationToken);
        var now = clock.GetUtcNow();
        if (found is not { Key: var key } || key.RevokedAt is not null || key.ExpiresAt <= now || (key.UserId is not null && found.Role is null))
        {
            return null;
        }

        if (key.LastUsedAt is null || now - key.LastUsedAt >= LastUsePrecision)
        {
            await work.WriteAsync(tenant, db => db.ApiKeys.Where(k => k.Id == key.Id).ExecuteUpdateAsync(s => s.SetProperty(k => k.LastUsedAt, now), cancellationToken), cancellationToken);
        }

        var caller = new CallerIdentity(tenant, ActorKind.ApiKey, key.Id, key.UserId, found.Role, key.Scopes, found.AllowedNetworks);
        callers.Keep(hash, caller, before, key.ExpiresAt);
        return caller;
    }
}
