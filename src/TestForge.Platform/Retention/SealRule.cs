using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Runs;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Retention;

/// <summary>Encrypts what runs of the last days left in clear, when the server ended before it had done so. Removes nothing, and so counts nothing.</summary>
internal sealed class SealRule(TenantWork work, IRunArtifacts artifacts) : IRetentionRule
{
    private const int Most = 200;

    private static readonly TimeSpan Back = TimeSpan.FromDays(7);

    public string Name => "unsealed";

    public async Task<int> RemoveAsync(TenantId tenant, RetentionTimes times, CancellationToken cancellationToken)
    {
        var since = times.Now - Back;
        var runs = await work.ReadAsync(
            tenant,
            db => db.Runs.AsNoTracking().Where(r => r.FinishedAt > since).OrderByDescending(r => r.Id).Take(Most).Select(r => r.Id).ToArrayAsync(cancellationToken),
            cancellationToken);
        foreach (var run in runs)
        {
            await artifacts.SealAsync(tenant, run, cancellationToken);
        }

        return 0;
    }
}
