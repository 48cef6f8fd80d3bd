using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

/// <summary>Removes rows of one table, a batch in a transaction.</summary>
/// <param name="name">What they are called in the audit log.</param>
/// <param name="work">The database.</param>
/// <param name="old">The rows that are too old. Most of them should be told by an index.</param>
internal sealed class RowsRule<T>(string name, TenantWork work, Func<PlatformDb, RetentionTimes, IQueryable<T>> old) : IRetentionRule
    where T : class, ITenantOwned
{
    private const int Batch = 500;

    public string Name => name;

    public Task<int> RemoveAsync(TenantId tenant, RetentionTimes times, CancellationToken cancellationToken) => work.WriteAsync(
        tenant,
        async db =>
        {
            var ids = await old(db, times).OrderBy(r => r.Id).Take(Batch).Select(r => r.Id).ToArrayAsync(cancellationToken);
            return ids.Length == 0 ? 0 : await db.Set<T>().Where(r => ids.Contains(r.Id)).ExecuteDeleteAsync(cancellationToken);
        },
        cancellationToken);
}
