using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Work;

namespace TestForge.Platform.Runs;

/// <summary>Removes runs with the caller's transaction, and their files after it.</summary>
internal static class RunRemoval
{
    /// <summary>Removes them, or nothing when one of them has not ended.</summary>
    public static async Task<bool> TryAsync(PlatformDb db, IQueryable<Run> runs, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await runs.AnyAsync(r => r.Status == RunStatus.Queued || r.Status == RunStatus.Running, cancellationToken))
        {
            return false;
        }

        var ids = await runs.Select(r => r.Id).ToArrayAsync(cancellationToken);
        await AddFoldersAsync(db, FolderWorker.RunKind, ids, now, cancellationToken);
        await runs.ExecuteDeleteAsync(cancellationToken);
        return true;
    }

    /// <summary>Adds the removal of folders, to be done once the caller's transaction is committed.</summary>
    public static async Task AddFoldersAsync(PlatformDb db, string kind, IReadOnlyList<Guid> subjects, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var turn = await db.WorkItems.Where(w => w.Kind == kind).MaxAsync(w => (long?)w.Turn, cancellationToken) ?? 0;
        db.WorkItems.AddRange(subjects.Select(id => new WorkItem { Id = Guid.CreateVersion7(now), Kind = kind, TenantId = db.CurrentTenant, SubjectId = id, Turn = ++turn, DueAt = now }));
    }
}
