using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using TestForge.Platform.Api;
using TestForge.Platform.Data;
using TestForge.Platform.Members;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;
using TestForge.Platform.Usage;

namespace TestForge.Platform.Quotas;

/// <summary>What a tenant may use, has used, and whether there is room for more. What is under way is not counted before it has ended, so a quota may be passed by as much as runs at the same time use.</summary>
internal sealed class Quotas(IOptions<QuotaOptions> options, TimeProvider clock) : IRunGate, IRoom
{
    private static readonly QuotaKind[] OfRuns = [QuotaKind.PagesPerMonth, QuotaKind.TestsPerMonth, QuotaKind.BrowserMinutesPerMonth, QuotaKind.StoredBytes];

    /// <summary>Why a run may not be queued; or null.</summary>
    public async Task<ApiProblem?> WhyNotAsync(PlatformDb db, Run run, CancellationToken cancellationToken)
    {
        var most = await MostAsync(db, cancellationToken);
        if (OfRuns.All(k => most[k] is null))
        {
            return null;
        }

        var used = await UsedAsync(db, cancellationToken);
        return OfRuns.Where(k => most[k] <= used[k]).Select(k => QuotaErrors.UsedUp(k, most[k]!.Value, used[k])).FirstOrDefault();
    }

    public async Task<ApiProblem?> WhyNotOneMoreAsync(PlatformDb db, Type what, CancellationToken cancellationToken)
    {
        var kind = what == typeof(Project) ? QuotaKind.Projects : what == typeof(Invitation) ? QuotaKind.Members : throw new ArgumentException($"{what.Name} is not counted.", nameof(what));
        if ((await MostAsync(db, cancellationToken))[kind] is not { } most)
        {
            return null;
        }

        var used = (await UsedAsync(db, cancellationToken))[kind];
        return used >= most ? QuotaErrors.UsedUp(kind, most, used) : null;
    }

    /// <summary>The most of each kind; null where there is no end.</summary>
    public async Task<IReadOnlyDictionary<QuotaKind, long?>> MostAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var own = await db.TenantQuotas.AsNoTracking().ToDictionaryAsync(q => q.Kind, q => q.Most, cancellationToken);
        return Enum.GetValues<QuotaKind>().ToDictionary(k => k, k => own.TryGetValue(k, out var most) ? most : options.Value.Of(k));
    }

    public async Task<IReadOnlyDictionary<QuotaKind, long>> UsedAsync(PlatformDb db, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var month = RunUsage.MonthOf(now);
        var used = await db.UsageRecords.Where(u => u.Month == month).GroupBy(u => 1)
            .Select(g => new { Pages = g.Sum(u => (long)u.Pages), Tests = g.Sum(u => (long)u.Tests), Milliseconds = g.Sum(u => u.BrowserMilliseconds), Tokens = g.Sum(u => u.Tokens) })
            .SingleOrDefaultAsync(cancellationToken);

        // A record stays when its run is gone, and with the run what it left.
        var stored = await db.UsageRecords.Where(u => db.Runs.Any(r => r.Id == u.Id)).SumAsync(u => u.StoredBytes, cancellationToken);
        // Users are those of the tenant; a link for one of them, as the first owner gets, makes no member more.
        var members = await db.Memberships.CountAsync(cancellationToken)
            + await db.Invitations.CountAsync(i => i.AcceptedAt == null && i.RevokedAt == null && i.ExpiresAt > now && !db.Users.Any(u => u.Email == i.Email), cancellationToken);
        return new Dictionary<QuotaKind, long>
        {
            [QuotaKind.PagesPerMonth] = used?.Pages ?? 0,
            [QuotaKind.TestsPerMonth] = used?.Tests ?? 0,
            [QuotaKind.BrowserMinutesPerMonth] = (used?.Milliseconds ?? 0) / 60_000,
            [QuotaKind.TokensPerMonth] = used?.Tokens ?? 0,
            [QuotaKind.StoredBytes] = stored,
            [QuotaKind.Members] = members,
            [QuotaKind.Projects] = await db.Projects.CountAsync(cancellationToken),
        };
    }
}
