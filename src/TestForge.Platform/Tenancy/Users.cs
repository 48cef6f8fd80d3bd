using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Tenancy;

/// <summary>Finds and adds the people of a tenant.</summary>
internal static class Users
{
    /// <summary>A tenant by what a person types: its short name or id; the first tenant of the installation when nothing is typed.</summary>
    public static Task<TenantId?> TenantOfAsync(TenantWork work, string? typed, CancellationToken cancellationToken)
    {
        var text = typed?.Trim() ?? "";
        if (Guid.TryParse(text, out var id))
        {
            return Task.FromResult(id == Guid.Empty ? null : (TenantId?)new TenantId(id));
        }

        return work.SharedAsync(
            async db =>
            {
                if (text.Length == 0)
                {
                    return (await db.Installations.AsNoTracking().SingleOrDefaultAsync(cancellationToken))?.FirstTenant;
                }

                var name = TenantShortName.IdOf(text);
                return (await db.TenantShortNames.AsNoTracking().SingleOrDefaultAsync(n => n.Id == name, cancellationToken))?.Tenant;
            },
            cancellationToken);
    }

    /// <summary>Makes the person with an address a member of the current tenant, and a user first when nobody has the address yet. Saves nothing.</summary>
    public static async Task<Membership> JoinAsync(PlatformDb db, string email, string name, Role role, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var address = UserAddress.IdOf(email);
        var known = await db.UserAddresses.AsNoTracking().SingleOrDefaultAsync(a => a.Id == address, cancellationToken);
        var user = known?.UserId ?? Guid.CreateVersion7(now);
        if (known is null)
        {
            db.Add(new User { Id = user, Email = UserAddress.Normal(email), Name = name, CreatedAt = now });
            db.Add(new UserAddress { Id = address, UserId = user });
        }

        var membership = new Membership { Id = Guid.CreateVersion7(now), TenantId = db.CurrentTenant, UserId = user, Role = role, CreatedAt = now };
        db.Add(membership);
        return membership;
    }
}
