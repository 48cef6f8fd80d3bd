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
        var lineCount = 0L;
        AuditCheckpoint? cut = null;
        var confirmed = false;
        while (true)
        {
            var from = sequence;
            var lines = await _work.ReadAsync(tenant, db => db.AuditEntries.AsNoTracking().Where(e => e.Sequence > from).OrderBy(e => e.Sequence).Take(Batch).ToArrayAsync(cancellationToken), cancellationToken);
            foreach (var line in lines)
            {
                if (sequence == 0 && line.Sequence > 1)
                {
                    // Lines of before were removed, which a checkpoint further on has to say.
                    cut = new(line.Sequence - 1, line.PreviousHash);
                    (sequence, hash) = (cut.Through, cut.Hash);
                }

                confirmed |= cut is not null && AuditCheckpoint.Of(line) == cut;
                lineCount++;
                if (TroubleOf(line, sequence, hash) is { } trouble)
                {
                    return new(tenant, lineCount, trouble);
                }

                (sequence, hash) = (line.Sequence, line.Hash);
                if (sequence == head?.Sequence && hash != head.Hash)
                {
                    return new(tenant, lineCount, $"Line {sequence} is not the one that the log ended with.");
                }
            }

            if (lines.Length < Batch)
            {
                return new(tenant, lineCount, EndTrouble(head, sequence) ?? (cut is null || confirmed ? null : $"Lines 1 to {cut.Through} are missing, and no checkpoint says that they were removed because of their age."));
            }
        }
    }

    private static string? TroubleOf(AuditEntry line, long previous, string previousHash) =>
        line.Sequence != previous + 1 ? $"Line {previous + 1} is missing."
        : line.PreviousHash != previousHash ? $"Line {line.Sequence} does not follow line {previous}: one of them was replaced."
        : line.Hash != AuditHash.Of(line) || (line is { Address: { } address, AddressDigest: { } digest } && AuditHash.DigestOf(line.AddressSalt ?? "", address) != digest) ? $"Line {line.Sequence} was changed after it was written."
        : null;

    private static string? EndTrouble(AuditHead? head, long last) => (head, last) switch
    {
        (null, 0) => null,
        (null, _) => "The note of where the log ends is missing.",
        _ when head.Sequence > last => $"The log has to have {head.Sequence} lines and ends at line {last}: its end was cut off.",
        _ => null,
    };
}
