using System.Text.Json.Serialization;

namespace TestForge.Engine.Claude.Budgets;

/// <summary>One line of the ledger.</summary>
internal sealed record LedgerLine
{
    /// <summary>The same for a reservation and for what settles it.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Until when a reservation counts that nothing settles, because its process was killed. None for what is spent.</summary>
    public DateTimeOffset? ReservedUntil { get; init; }

    public required string Tenant { get; init; }

    public required string Project { get; init; }

    public required string Run { get; init; }

    public required ClaudePurpose Purpose { get; init; }

    public string? Subject { get; init; }

    public required string Model { get; init; }

    public required decimal Usd { get; init; }

    /// <summary>What was not spent, because an earlier answer served.</summary>
    public decimal SavedUsd { get; init; }

    public required long Tokens { get; init; }

    /// <summary>Calls that the line is for: a reservation of a batch is for many.</summary>
    public int Calls { get; init; } = 1;

    [JsonIgnore]
    public bool IsReservation => ReservedUntil is not null;
}
