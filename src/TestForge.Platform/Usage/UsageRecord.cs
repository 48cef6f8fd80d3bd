using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Usage;

/// <summary>What one run used. It has the run's id, so a run is counted once, and it stays when the run or its project is deleted.</summary>
internal sealed class UsageRecord : ITenantOwned
{
    /// <summary>The run.</summary>
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid ProjectId { get; init; }

    /// <summary>The month in which it ended, by UTC: 202603.</summary>
    public required int Month { get; init; }

    public required DateTimeOffset At { get; init; }

    public required int Pages { get; init; }

    /// <summary>Cases that were executed.</summary>
    public required int Tests { get; init; }

    /// <summary>How long it had a browser.</summary>
    public required long BrowserMilliseconds { get; init; }

    /// <summary>Tokens of the language model, in and out.</summary>
    public required long Tokens { get; init; }

    /// <summary>What they cost, in millionths of a dollar: both databases add up whole numbers alike.</summary>
    public required long MicroUsd { get; init; }

    /// <summary>What it left in the store when it ended.</summary>
    public required long StoredBytes { get; init; }
}
