using System.Linq.Expressions;
using System.Text.Json;

namespace TestForge.Platform.Audit;

/// <summary>A line of the log as it is shown.</summary>
internal sealed record AuditResponse(
    Guid Id,
    long Sequence,
    DateTimeOffset At,
    string Action,
    ActorKind ActorKind,
    Guid? ActorId,
    string? Address,
    string? AddressDigest,
    string? TraceId,
    string Subject,
    Guid SubjectId,
    JsonElement? Before,
    JsonElement? After,
    string PreviousHash,
    string Hash)
{
    public static readonly Expression<Func<AuditEntry, AuditResponse>> FromRow = e => new(
        e.Id, e.Sequence, e.At, e.Action, e.ActorKind, e.ActorId, e.Address, e.AddressDigest, e.TraceId, e.Subject, e.SubjectId, Json(e.Before), Json(e.After), e.PreviousHash, e.Hash);

    private static JsonElement? Json(string? text)
    {
        if (text is null)
        {
            return null;
        }

        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
