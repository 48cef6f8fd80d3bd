using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Audit;

/// <summary>A line of the audit log: who changed what, when and from where. Lines are added and never changed, and each holds the hash of the one before.</summary>
internal sealed record AuditEntry : ITenantOwned
{
    public const int ActionLength = 100;
    public const int SubjectLength = 60;

    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>Counts the lines of a tenant from 1 without a gap.</summary>
    public required long Sequence { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>The use case, such as <c>CreateProject</c>: the operation's name in the description of the API.</summary>
    public required string Action { get; init; }

    public required ActorKind ActorKind { get; init; }

    public Guid? ActorId { get; init; }

    public string? Address { get; init; }

    public string? TraceId { get; init; }

    public required string Subject { get; init; }

    public required Guid SubjectId { get; init; }

    /// <summary>JSON as it was hashed, so the database must not rewrite it.</summary>
    public string? Before { get; init; }

    public string? After { get; init; }

    /// <summary>Hash of the line before, in hexadecimal; zeros for the first.</summary>
    public required string PreviousHash { get; init; }

    public required string Hash { get; init; }
}
