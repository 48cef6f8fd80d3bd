using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;

namespace TestForge.Platform.Tenancy;

/// <summary>Makes the first tenant, its owner and a key, once in the life of an installation.</summary>
public sealed class FirstStart
{
    private readonly TenantWork _work;
    private readonly TimeProvider _clock;

    internal FirstStart(TenantWork work, TimeProvider clock) => (_work, _clock) = (work, clock);

    /// <summary>Returns the key, which is not kept; null when the installation has its first tenant already.</summary>
    public async Task<string?> RunAsync(CancellationToken cancellationToken)
    {
        if (await _work.SharedAsync(db => db.Installations.AnyAsync(cancellationToken), cancellationToken))
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        var tenant = new Tenant { Id = new(Guid.CreateVersion7(now)), Name = "First tenant", CreatedAt = now };
        var owner = new User { Id = Guid.CreateVersion7(now), Email = "owner@localhost", Name = "Owner", CreatedAt = now };
        var (key, text) = CreateKey.Make(tenant.Id, "First key", Scopes.All, expiresAt: null, _clock, owner.Id);
        try
        {
            await _work.WriteAsync(
                tenant.Id,
                async db =>
                {
                    db.Audit.Begin(nameof(FirstStart), Actor.System, now);
                    // Of several that start at once, one can write this row; the others undo all of theirs.
                    db.Installations.Add(new() { Id = Installation.OnlyId, FirstTenant = tenant.Id, CreatedAt = now });
                    db.Add(tenant);
                    db.Add(owner);
                    db.Add(new Membership { Id = Guid.CreateVersion7(now), TenantId = tenant.Id, UserId = owner.Id, Role = Role.Owner, CreatedAt = now });
                    db.Add(key);
                    return await db.SaveChangesAsync(cancellationToken);
                },
                cancellationToken);
        }
        catch (DbUpdateException) when (!cancellationToken.IsCancellationRequested)
        {
            if (await _work.SharedAsync(db => db.Installations.AnyAsync(cancellationToken), cancellationToken))
            {
                return null;
            }

            throw;
        }

        return text;
    }
}
