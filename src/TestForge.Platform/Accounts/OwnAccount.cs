using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Access;
using TestForge.Platform.Api;
using TestForge.Platform.Data;

namespace TestForge.Platform.Accounts;

/// <summary>The account of whoever asks.</summary>
internal static class OwnAccount
{
    /// <summary>The account to change, or why there is none.</summary>
    public static async Task<(LocalAccount? Account, ApiProblem? Problem)> OfAsync(PlatformDb db, ClaimsPrincipal caller, CancellationToken cancellationToken)
    {
        if (Caller.UserOf(caller) is not { } user)
        {
            return (null, AccessErrors.NoMember());
        }

        var account = await db.LocalAccounts.SingleOrDefaultAsync(a => a.UserId == user, cancellationToken);
        return account is null ? (null, AccountErrors.NoPassword()) : (account, null);
    }
}
