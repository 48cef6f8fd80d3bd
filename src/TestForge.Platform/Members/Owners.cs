using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Members;

/// <summary>Keeps a tenant from losing its last owner.</summary>
internal static class Owners
{
    /// <summary>Whether a member is the only owner. The tenant's row is held until the commit, so that of two owners who step down together one is refused.</summary>
    public static async Task<bool> IsLastAsync(PlatformDb db, Membership member, CancellationToken cancellationToken)
    {
        if (member.Role != Role.Owner)
        {
            return false;
        }

        await db.Tenants.ExecuteUpdateAsync(s => s.SetProperty(t => t.Name, t => t.Name), cancellationToken);
        return !await db.Memberships.AnyAsync(m => m.Role == Role.Owner && m.Id != member.Id, cancellationToken);
    }
}
