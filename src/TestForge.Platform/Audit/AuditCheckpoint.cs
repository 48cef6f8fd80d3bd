using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using TestForge.Pipeline;
using TestForge.Platform.Data;

namespace TestForge.Platform.Audit;

/// <summary>Stands in the log for lines that were removed because they were older than they are kept: up to which, and the hash of the last of them.</summary>
/// <param name="Through">Number of the last line that was removed.</param>
/// <param name="Hash">Its hash, which the line after it refers to.</param>
internal sealed record AuditCheckpoint(long Through, string Hash)
{
    public const string Subject = "audit-checkpoint";

    private const int Batch = 2_000;

    /// <summary>Removes the oldest lines, as many as a batch holds, and adds the line that says so. In the caller's transaction. Returns how many were removed.</summary>
    /// <param name="db">The tenant's unit of work, whose trail was begun.</param>
    /// <param name="cutoff">Lines of before are removed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public static async Task<int> PruneAsync(PlatformDb db, DateTimeOffset cutoff, CancellationToken cancellationToken)
    {
        // Whoever adds lines locks this row too, so two that prune at once do it one after the other.
        await db.AuditHeads.ExecuteUpdateAsync(s => s.SetProperty(h => h.Sequence, h => h.Sequence), cancellationToken);
        var oldest = await db.AuditEntries.AsNoTracking().OrderBy(e => e.Sequence).Take(Batch).Select(e => new { e.Sequence, e.Hash, e.At }).ToArrayAsync(cancellationToken);
        if (oldest.TakeWhile(e => e.At < cutoff).LastOrDefault() is not { } last)
        {
            return 0;
        }

        var checkpoint = new AuditCheckpoint(last.Sequence, last.Hash);
        db.Audit.Add(new(Subject, db.CurrentTenant.Value, null, JsonSerializer.Serialize(checkpoint, ArtifactJson.Compact)));
        await AuditLog.AppendAsync(db, cancellationToken);
        return db.HasRowLevelSecurity
            ? (int)await db.Database.SqlQuery<long>($"SELECT prune_audit_entries({last.Sequence}) AS \"Value\"").SingleAsync(cancellationToken)
            : await db.AuditEntries.Where(e => e.Sequence <= last.Sequence).ExecuteDeleteAsync(cancellationToken);
    }

    /// <summary>The checkpoint that a line is, or null.</summary>
    public static AuditCheckpoint? Of(AuditEntry line)
    {
        if (line is not { Subject: Subject, After: { } text })
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize<AuditCheckpoint>(text, ArtifactJson.Compact);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
