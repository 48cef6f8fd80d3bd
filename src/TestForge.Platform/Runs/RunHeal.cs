using System.Text.Json;
using TestForge.Pipeline;
using TestForge.Platform.Personal;
using TestForge.Platform.Tenancy;

namespace TestForge.Platform.Runs;

/// <summary>What became of one drifted element in a run.</summary>
internal sealed class RunHeal : ITenantOwned
{
    public required Guid Id { get; init; }

    public required TenantId TenantId { get; init; }

    public required Guid RunId { get; init; }

    [PersonalData(PersonalKind.Observed, "to know an element again")]
    public required string ElementKey { get; init; }

    [PersonalData(PersonalKind.Observed, "to say which element drifted")]
    public required string ElementName { get; init; }

    [PersonalData(PersonalKind.Observed, "to say where it was")]
    public required string Page { get; init; }

    public required HealDecision Decision { get; init; }

    /// <summary>The old locator, as JSON.</summary>
    [PersonalData(PersonalKind.Observed, "to find the element")]
    public required string OldLocator { get; init; }

    /// <summary>The new locator, as JSON; null when none was found.</summary>
    [PersonalData(PersonalKind.Observed, "to find the element")]
    public string? NewLocator { get; init; }

    public required bool Proved { get; init; }

    public required bool Patched { get; init; }

    [PersonalData(PersonalKind.Observed, "to say why it was healed or not")]
    public required string Reason { get; init; }

    /// <summary>The heal of the project that it is, by <see cref="RememberedHeal.IdOf"/>; null when nothing was found.</summary>
    [NotPersonal("a hash")]
    public string? Key { get; init; }

    /// <summary>All that is known of it, as JSON of <see cref="HealRecord"/>.</summary>
    [PersonalData(PersonalKind.Observed, "how the element was found again")]
    public string? Record { get; init; }

    /// <summary>What it rests on; in rows of an earlier version that is less.</summary>
    public HealRecord Proof => Record is { } json
        ? JsonSerializer.Deserialize<HealRecord>(json, ArtifactJson.Compact)!
        : new()
        {
            ElementId = ElementKey,
            ElementName = ElementName,
            Page = Page,
            Decision = Decision,
            Old = JsonSerializer.Deserialize<LocatorSpec>(OldLocator, ArtifactJson.Compact)!,
            New = NewLocator is null ? null : JsonSerializer.Deserialize<LocatorSpec>(NewLocator, ArtifactJson.Compact),
            Proved = Proved,
            Patched = Patched,
            Reason = Reason,
        };
}
