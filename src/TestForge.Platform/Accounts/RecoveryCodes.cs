using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;

namespace TestForge.Platform.Accounts;

/// <summary>Makes an account's recovery codes.</summary>
internal static class RecoveryCodes
{
    /// <summary>Replaces the codes and returns the new ones, of which only hashes are kept. Saves nothing.</summary>
    public static async Task<IReadOnlyList<string>> RenewAsync(PlatformDb db, LocalAccount account, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.RecoveryCodes.Where(c => c.AccountId == account.Id).ExecuteDeleteAsync(cancellationToken);
        string[] codes = [.. Enumerable.Range(0, RecoveryCodeText.Count).Select(_ => RecoveryCodeText.New())];
        db.AddRange(codes.Select(c => new RecoveryCode { Id = Guid.CreateVersion7(now), TenantId = account.TenantId, AccountId = account.Id, Hash = RecoveryCodeText.Hash(c) }));
        return codes;
    }
}
