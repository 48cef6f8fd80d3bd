using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Access;
using TestForge.Platform.Audit;
using TestForge.Platform.Data;
using TestForge.Platform.Members;

namespace TestForge.Platform.Tenancy;

/// <summary>Makes the first tenant, its owner and a key, once in the life of an installation.</summary>
public sealed class FirstStart
{
    private readonly TenantWork _work;
    private readonly AccessOptions _options;
    private readonly TimeProvider _clock;

    internal FirstStart(TenantWork work, IOptions<AccessOptions> options, TimeProvider clock) => (_work, _options, _clock) = (work, options.Value, clock);

    /// <summary>Returns what lets the owner in, which is not kept; null when the installation has its first tenant already.</summary>
    public async Task<FirstStartSecrets?> RunAsync(CancellationToken cancellationToken)
    {
        if (await _work.SharedAsync(db => db.Installations.AnyAsync(cancellationToken), cancellationToken))
        {
            return null;
        }

        var now = _clock.GetUtcNow();
        var email = UserAddress.Normal(_options.FirstOwner);
        var tenant = new Tenant { Id = new(Guid.CreateVersion7(now)), Name = "First tenant", CreatedAt = now };
        var (invitation, token) = Invite.Make(tenant.Id, email, Role.Owner, _options, now);
        string key;
        try
        {
            key = await _work.WriteAsync(
                tenant.Id,
                async db =>
                {
                    db.Audit.Begin(nameof(FirstStart), Actor.System, now);
                    // Of several that start at once, one can write this row; the others undo all of theirs.
                    db.Installations.Add(new() { Id = Installation.OnlyId, FirstTenant = tenant.Id, CreatedAt = now });
                    db.Add(tenant);
                    var owner = await Users.JoinAsync(db, email, "Owner", Role.Owner, now, cancellationToken);
                    var (row, text) = CreateKey.Make(tenant.Id, "First key", Scopes.All, expiresAt: null, _clock, owner.UserId);
                    db.Add(row);
                    db.Add(invitation);
                    await db.SaveChangesAsync(cancellationToken);
                    return text;
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

        return new(key, $"{InvitationLink.Path}?token={token}");
    }
}
