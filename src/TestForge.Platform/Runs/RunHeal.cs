using TestForge.Pipeline;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>What became of one drifted element in a run.</summary>
internal sealed class RunHeal : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    public required string ElementKey { get; init; }

    public required string ElementName { get; init; }

    public required string Page { get; init; }

    public required HealDecision Decision { get; init; }

    /// <summary>The old locator, as JSON.</summary>
    public required string OldLocator { get; init; }

    /// <summary>The new locator, as JSON; null when none was found.</summary>
    public string? NewLocator { get; init; }

    public required bool Proved { get; init; }

    public required bool Patched { get; init; }

    public required string Reason { get; init; }
}
