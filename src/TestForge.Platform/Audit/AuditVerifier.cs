using Microsoft.EntityFrameworkCore;
using TestForge.Platform.Data;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>Reads logs from their first line to their last and tells where one was changed, cut or moved.</summary>
public sealed class AuditVerifier
{
    private const int Batch = 1_000;

    private readonly TenantWork _work;
    private readonly TenantDirectory _tenants;

    internal AuditVerifier(TenantWork work, TenantDirectory tenants) => (_work, _tenants) = (work, tenants);

    /// <param name="only">One tenant, or null for all.</param>
    /// <param name="cancellationToken">Stops between batches.</param>
    public async IAsyncEnumerable<AuditVerdict> VerifyAsync(TenantId? only, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var tenant in only is { } one ? [one] : await _tenants.AllAsync(cancellationToken))
        {
            yield return await VerifyAsync(tenant, cancellationToken);
        }
    }

    private async Task<AuditVerdict> VerifyAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        // The head first: lines that come while this reads are no trouble.
        var head = await _work.ReadAsync(tenant, db => db.AuditHeads.AsNoTracking().SingleOrDefaultAsync(cancellationToken), cancellationToken);
        var (sequence, hash) = (0L, AuditHash.Start);
        while (true)
        {
            var from = sequence;
            var lines = await _work.ReadAsync(tenant, db => db.AuditEntries.AsNoTracking().Where(e => e.Sequence > from).OrderBy(e => e.Sequence).Take(Batch).ToArrayAsync(cancellationToken), cancellationToken);
            foreach (var line in lines)
            {
                if (TroubleOf(line, sequence, hash) is { } trouble)
                {
                    return new(tenant, sequence, trouble);
                }

                (sequence, hash) = (line.Sequence, line.Hash);
                if (sequence == head?.Sequence && hash != head.Hash)
                {
                    return new(tenant, sequence, $"Line {sequence} is not the one that the log ended with.");
                }
            }

            if (lines.Length < Batch)
            {
                return new(tenant, sequence, EndTrouble(head, sequence));
            }
        }
    }

    private static string? TroubleOf(AuditEntry line, long previous, string previousHash) =>
        line.Sequence != previous + 1 ? $"Line {previous + 1} is missing."
        : line.PreviousHash != previousHash ? $"Line {line.Sequence} does not follow line {previous}: one of them was replaced."
        : line.Hash != AuditHash.Of(line) ? $"Line {line.Sequence} was changed after it was written."
        : null;

    private static string? EndTrouble(AuditHead? head, long last) => (head, last) switch
    {
        (null, 0) => null,
        (null, _) => "The note of where the log ends is missing.",
        _ when head.Sequence > last => $"The log has to have {head.Sequence} lines and ends at line {last}: its end was cut off.",
        _ => null,
    };
}
