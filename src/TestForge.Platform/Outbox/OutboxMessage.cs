using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Outbox;

/// <summary>Something that others are to be told. Written in the same transaction as what it tells of, so neither is lost without the other.</summary>
internal sealed class OutboxMessage : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    /// <summary>What happened, such as <c>run-finished</c>.</summary>
    [NotPersonal("a word of ours")]
    public required string Kind { get; init; }

    /// <summary>The message as JSON.</summary>
    [PersonalData(PersonalKind.Observed, "to tell receivers how a run ended")]
    public required string Payload { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public DateTimeOffset? SentAt { get; set; }
}
