using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Data;
using TestForge.Platform.Projects;
using TestForge.Platform.Runs;

namespace TestForge.Platform.Heals;

/// <summary>What a project remembers of its heals: given to its runs before, and learnt from them after.</summary>
internal sealed class ProjectHeals : IRunPreparer, IRunFinisher
{
    // The engine's own limit for heals that nobody has spoken about; what people said is never left out.
    private const int MostProposed = 500;

    public async Task<RunOrder> PrepareAsync(PlatformDb db, Run run, RunOrder order, CancellationToken cancellationToken)
    {
        var heals = await db.ProjectHeals.AsNoTracking().Where(h => h.ProjectId == run.ProjectId && h.Review != HealReview.Proposed).OrderBy(h => h.Id).ToArrayAsync(cancellationToken);
        return order with { Heals = new() { Heals = [.. heals.Select(MemoryOf)] } };
    }

    public async Task FinishAsync(PlatformDb db, Run run, RunOutcome? outcome, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (outcome?.Results?.Heals is not { Count: > 0 } heals || !await ProjectLock.TakeAsync(db, run.ProjectId, cancellationToken))
        {
            return;
        }

        string[] keys = [.. heals.Where(h => h.New is not null).Select(h => RememberedHeal.IdOf(h.Page, h.Old, h.New!)).Distinct()];
        var known = await db.ProjectHeals.Where(h => h.ProjectId == run.ProjectId && keys.Contains(h.Key)).ToDictionaryAsync(h => h.Key, StringComparer.Ordinal, cancellationToken);
        var memory = new HealMemory { Heals = [.. known.Values.Select(MemoryOf)] }.With(heals, run.Id, now);
        foreach (var heal in memory.Heals)
        {
            if (!known.TryGetValue(heal.Id, out var row))
            {
                row = New(run, heal, now);
                db.ProjectHeals.Add(row);
            }

            (row.Memory, row.Proved, row.LastRunId, row.LastSeenAt) = (TextOf(heal), heal.Proved, run.Id, now);
        }

        await ForgetAsync(db, run.ProjectId, cancellationToken);
    }

    /// <summary>A heal as the engine knows it.</summary>
    public static RememberedHeal MemoryOf(ProjectHeal heal) => JsonSerializer.Deserialize<RememberedHeal>(heal.Memory, ArtifactJson.Compact)! with
    {
        Review = heal.Review,
        ReviewedAt = heal.ReviewedAt,
        Note = heal.Note,
        AppliedAt = heal.AppliedAt,
    };

    private static ProjectHeal New(Run run, RememberedHeal heal, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        TenantId = run.TenantId,
        ProjectId = run.ProjectId,
        Key = heal.Id,
        Element = heal.Element,
        Page = heal.Page,
        LastRunId = run.Id,
        LastSeenAt = now,
        CreatedAt = now,
        Memory = "",
    };

    // What people say is kept in columns of its own.
    private static string TextOf(RememberedHeal heal) =>
        DatabaseText.Json(heal with { Review = HealReview.Proposed, By = null, ReviewedAt = null, Note = null, AppliedAt = null });

    private static async Task ForgetAsync(PlatformDb db, Guid project, CancellationToken cancellationToken)
    {
        var proposed = db.ProjectHeals.Where(h => h.ProjectId == project && h.Review == HealReview.Proposed);
        var last = await proposed.OrderByDescending(h => h.Id).Skip(MostProposed).Select(h => (Guid?)h.Id).FirstOrDefaultAsync(cancellationToken);
        if (last is { } oldest)
        {
            await proposed.Where(h => h.Id <= oldest).ExecuteDeleteAsync(cancellationToken);
        }
    }
}
